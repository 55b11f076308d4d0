package dev.keystead.app.cli;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.KeySetFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Key set files, read and changed by commands. */
final class KeySets {
    private KeySets() {}

    /** The argument of a command that works on one key. */
    static PositionalParamSpec keyId(String description) {
        return PositionalParamSpec.builder()
                .paramLabel("KID")
                .type(String.class)
                .index("0")
                .arity("1")
                .required(true)
                .description(description)
                .build();
    }

    /**
     * Reads the key set.
     *
     * @throws ConfigurationException if the file is not one
     */
    static KeySet read(Path file) {
        try {
            return KeySet.read(file);
        } catch (InvalidValueException wrong) {
            throw new ConfigurationException(List.of("secrets-keyset: " + wrong.getMessage()));
        }
    }

    /**
     * Changes the key set, which must be one.
     *
     * @throws ConfigurationException if the file is not one
     * @throws FailureException if the change is refused or cannot be written
     */
    static KeySet change(Path file, UnaryOperator<KeySet> change) {
        read(file);
        try {
            return KeySetFile.change(file, change);
        } catch (InvalidValueException refused) {
            throw new FailureException(String.valueOf(refused.getMessage()), refused);
        } catch (UncheckedIOException failure) {
            throw new FailureException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
