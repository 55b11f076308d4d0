package dev.keystead.app.cli;

import dev.keystead.app.wiring.Server;
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
 * @param environment the variables of the process
 * @param directory where the command was started
 * @param clock the time
 * @param lifetime how long servers run
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        Lifetime lifetime) {

    /** The real world. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in, System.out, System.err, System.getenv(), Path.of(""), Clock.systemUTC(), new UntilSignal());
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
