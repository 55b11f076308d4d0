package broken.keystead.jose;

import broken.keystead.app.Program;

/** An adapter that knows who puts it together. */
public record KnowsTheApplication(Program program) {}
