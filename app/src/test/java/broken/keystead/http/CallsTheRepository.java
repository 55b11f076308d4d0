package broken.keystead.http;

import broken.keystead.core.spi.Port;
import broken.keystead.core.spi.TokenVerifier;

/** An edge that reaches behind the core. */
public record CallsTheRepository(Port port, TokenVerifier tokens) {}
