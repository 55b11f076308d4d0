package broken.keystead.inmemory;

import broken.keystead.jdbc.CallsAUseCase;

/** A storage that knows another. */
public record KnowsAnotherAdapter(CallsAUseCase other) {}
