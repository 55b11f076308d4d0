package dev.keystead.app;

import dev.keystead.app.cli.Cli;
import dev.keystead.app.cli.Terminal;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Cli(Terminal.ofProcess()).run(arguments));
    }
}
