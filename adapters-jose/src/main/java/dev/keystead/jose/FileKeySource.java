package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;
import java.time.Clock;

/** Takes the keys that verify tokens from a file, and takes up its changes. */
final class FileKeySource implements KeySource {
    private final WatchedFile<VerificationKeys> file;

    /**
     * Reads the file for the first time.
     *
     * @throws InvalidValueException if it cannot be read, if it has a key that must not be used, or none that can
     */
    FileKeySource(Path file, Clock clock) {
        this.file = new WatchedFile<>(
                "token keys", file, new WatchedFile.Format<>(SmallFiles::read, content -> parse(file, content)), clock);
    }

    /**
     * What is in the file now.
     *
     * @throws InvalidValueException as at the first reading
     */
    static VerificationKeys keysIn(Path file) {
        return parse(file, SmallFiles.read(file));
    }

    @Override
    public VerificationKeys current() {
        return file.current();
    }

    private static VerificationKeys parse(Path file, byte[] json) {
        try {
            PublicJwkSet set = PublicJwkSet.parse(json);
            if (!set.refused().isEmpty()) {
                throw new InvalidValueException(String.join("; ", set.refused()));
            }
            if (set.keys().isEmpty()) {
                throw new InvalidValueException("it has no key that can verify a token");
            }
            return set.keys();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(file + " is not a set of public token keys: " + e.getMessage());
        }
    }
}
