package dev.keystead.app.cli;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.KeySet;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code keys generate}: a new key set. */
final class GenerateKeys implements Command {
    private static final String OUT = "--out";
    private static final String DEFAULT_FILE = "keystead-keyset.json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("generate");
        spec.usageMessage().description("Makes a key set of one new key, in a new file that its owner alone can read.");
        return spec.addOption(OptionSpec.builder(OUT)
                .paramLabel("FILE")
                .type(String.class)
                .description("the file, which must not exist (" + DEFAULT_FILE + ")")
                .build());
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        invocation.problems().throwIfAny();
        String name = invocation.value(OUT).orElse(DEFAULT_FILE);
        try {
            Path file = terminal.directory().resolve(name);
            KeySet keys = KeySet.generate();
            keys.writeTo(file);
            terminal.out().println("wrote " + file + " with the key " + String.join(", ", keys.keyIds()));
            return ExitCode.FINE;
        } catch (InvalidValueException refused) {
            throw new FailureException(String.valueOf(refused.getMessage()), refused);
        } catch (UncheckedIOException | InvalidPathException failure) {
            throw new FailureException("cannot write " + name + ": " + failure.getMessage(), failure);
        }
    }
}
