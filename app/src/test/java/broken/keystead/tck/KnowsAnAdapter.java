package broken.keystead.tck;

import broken.keystead.jdbc.CallsAUseCase;

/** A kit for one adapter alone. */
public record KnowsAnAdapter(CallsAUseCase adapter) {}
