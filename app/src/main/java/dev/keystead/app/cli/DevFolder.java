package dev.keystead.app.cli;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenIssuer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which a development server keeps its storage, its key set and the key that signs its tokens; all of it is its owner's
 * alone.
 */
final class DevFolder {
    private final Path folder;

    private DevFolder(Path folder) {
        this.folder = folder;
    }

    /** The one in the directory in which a command was started. */
    static DevFolder in(Path directory) {
        return new DevFolder(directory.toAbsolutePath().normalize().resolve("keystead-dev"));
    }

    /**
     * Makes the keys that are not there yet.
     *
     * @throws FailureException if the folder cannot be written
     */
    void prepare() {
        try {
            if (Files.notExists(keySet())) {
                KeySet.generate().writeTo(keySet());
            }
            if (Files.notExists(signingKey())) {
                TokenIssuer.generate().writeTo(signingKey());
            }
            tokenIssuer().writePublicKeysTo(publicKeys());
        } catch (UncheckedIOException | InvalidValueException failure) {
            throw new FailureException("cannot write the folder " + folder + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * The development signing key.
     *
     * @throws FailureException if there is none yet, or it cannot be used
     */
    TokenIssuer tokenIssuer() {
        if (Files.notExists(signingKey())) {
            throw new FailureException("there is no development signing key in " + folder
                    + ": the command dev makes one, in the folder in which it is started");
        }
        try {
            return TokenIssuer.read(signingKey());
        } catch (InvalidValueException unusable) {
            throw new FailureException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    Path keySet() {
        return folder.resolve("keyset.json");
    }

    Path publicKeys() {
        return folder.resolve("token-public-keys.json");
    }

    String storageUrl() {
        return "jdbc:h2:file:" + folder.resolve("keystead");
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private Path signingKey() {
        return folder.resolve("token-signing-key.json");
    }
}
