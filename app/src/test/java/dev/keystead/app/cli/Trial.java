package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.app.wiring.Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs commands in a folder and keeps what they print. Servers end at once, unless something is done with them. */
final class Trial {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of("KEYSTEAD_MANAGEMENT_PORT", "0"));
    private final Path folder;
    private byte[] input = {};
    private boolean interactive;
    private Clock clock = Clock.systemUTC();
    private Consumer<Server> action = server -> {};

    Trial(Path folder) {
        this.folder = folder;
    }

    Trial variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Trial without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Somebody looks at a terminal. */
    Trial interactive() {
        interactive = true;
        return this;
    }

    Trial at(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** What the next commands find on standard input. */
    Trial input(byte[] input) {
        this.input = input;
        return this;
    }

    Trial whileItRuns(Consumer<Server> action) {
        this.action = action;
        return this;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                interactive,
                environment,
                folder,
                clock,
                (server, ready) -> {
                    try (server) {
                        ready.run();
                        action.accept(server);
                    }
                });
        return new Cli(terminal).run(arguments);
    }

    byte[] rawOutput() {
        return out.toByteArray();
    }

    List<String> output() {
        return out.toString(UTF_8).lines().toList();
    }

    List<String> errors() {
        return err.toString(UTF_8).lines().toList();
    }
}
