package broken.keystead.jdbc;

import broken.keystead.core.usecase.KnowsThePorts;

/** A storage that calls the core. */
public record CallsAUseCase(KnowsThePorts useCase) {}
