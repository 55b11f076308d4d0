package broken.keystead.core.spi;

import broken.keystead.core.usecase.KnowsThePorts;

/** A port that knows who calls the core. */
public record KnowsTheUseCases(KnowsThePorts useCase) {}
