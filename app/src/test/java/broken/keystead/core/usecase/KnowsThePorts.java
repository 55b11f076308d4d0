package broken.keystead.core.usecase;

import broken.keystead.core.spi.Port;

/** A use case that knows what the core needs from outside. */
public record KnowsThePorts(Port port) {}
