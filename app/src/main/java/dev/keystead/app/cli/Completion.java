package dev.keystead.app.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion}: what makes a shell complete the commands and flags. */
final class Completion implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("completion");
        spec.usageMessage()
                .description(
                        "Prints a script by which bash and zsh complete the commands and flags of a program called "
                                + Commands.PROGRAM + ".");
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        invocation.problems().throwIfAny();
        terminal.out().print(AutoComplete.bash(Commands.PROGRAM, Commands.parser()));
        return ExitCode.FINE;
    }
}
