package dev.keystead.app.cli;

/** What a command leaves to its caller. */
final class ExitCode {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
