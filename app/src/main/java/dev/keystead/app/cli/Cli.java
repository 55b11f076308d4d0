package dev.keystead.app.cli;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.OperatorException;
import dev.keystead.app.config.StorageUrl;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;

/** Runs the command that a command line asks for. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final Terminal terminal;

    public Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the command; says what is wrong in one line each.
     *
     * @return 0 fine, 1 failed, 2 wrong usage or configuration
     */
    public int run(String... arguments) {
        try {
            return dispatch(arguments);
        } catch (ConfigurationException wrong) {
            wrong.problems().forEach(this::complain);
            return ExitCode.WRONG_USAGE;
        } catch (OperatorException failure) {
            complain(String.valueOf(failure.getMessage()));
            return ExitCode.FAILED;
        } catch (RuntimeException fault) {
            LOG.error("internal error", fault);
            return ExitCode.FAILED;
        }
    }

    private int dispatch(String... arguments) {
        List<CommandLine> commands = Commands.parser().parseArgs(arguments).asCommandLineList();
        CommandLine innermost = commands.get(commands.size() - 1);
        ParseResult parsed = innermost.getParseResult();
        if (parsed.isUsageHelpRequested()) {
            innermost.usage(terminal.out(), Help.Ansi.OFF);
            return ExitCode.FINE;
        }
        if (parsed.isVersionHelpRequested()) {
            innermost.printVersionHelp(terminal.out(), Help.Ansi.OFF);
            return ExitCode.FINE;
        }
        List<String> misuse =
                Misuse.of(commands.stream().map(CommandLine::getParseResult).toList());
        if (innermost.getCommandSpec().userObject() instanceof Command command) {
            return command.run(new Invocation(parsed, misuse), terminal);
        }
        misuse.forEach(this::complain);
        innermost.usage(terminal.err(), Help.Ansi.OFF);
        return ExitCode.WRONG_USAGE;
    }

    private void complain(String problem) {
        terminal.err()
                .println(Commands.PROGRAM + ": "
                        + StorageUrl.redacted(problem.lines().findFirst().orElse("")));
    }
}
