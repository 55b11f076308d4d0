package broken.keystead.app.cli;

import broken.keystead.http.CallsTheRepository;
import broken.keystead.jdbc.CallsAUseCase;

/** A command that does the wiring. */
public record KnowsTwoAdapters(CallsTheRepository http, CallsAUseCase jdbc) {}
