package broken.keystead.core;

import broken.keystead.jdbc.CallsAUseCase;

/** A core that knows an adapter. */
public record KnowsAnAdapter(CallsAUseCase adapter) {}
