package dev.keystead.app.cli;

import dev.keystead.app.wiring.Server;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param in what the command is given
 * @param out for what the command was asked for
 * @param err for what went wrong
 * @param interactive whether somebody looks at a terminal
 * @param environment the variables of the process
 * @param directory where the command was started
 * @param clock the time
 * @param lifetime how long servers run
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean interactive,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        Lifetime lifetime) {

    /** The real world. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                System.out,
                System.err,
                isInteractive(),
                System.getenv(),
                Path.of(""),
                Clock.systemUTC(),
                new UntilSignal());
    }

    /** Since Java 22 there is a console without a terminal too, which says so by a method that older ones do not have. */
    @SuppressWarnings("SystemConsoleNull") // null still says so before
    private static boolean isInteractive() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unexpected) {
            return false;
        }
    }

    /** Says that the server is ready, which is the last line of a start-up, and lets it live. */
    void run(Server server) {
        lifetime.of(server, () -> {
            out.println("Keystead ready on " + server.address()
                    + server.managementAddress()
                            .map(address -> " (management " + address + ")")
                            .orElse(""));
            out.flush();
        });
    }

    /** The environment may hold passwords. */
    @Override
    public String toString() {
        return "Terminal[directory=" + directory + "]";
    }
}
