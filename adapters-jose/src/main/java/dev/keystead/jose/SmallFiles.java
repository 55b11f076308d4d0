package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of keys, and nothing else that has a name: a pipe might never end, and a device never be full. */
final class SmallFiles {
    private static final int MAX_BYTES = 1024 * 1024;

    private SmallFiles() {}

    /**
     * Reads the file.
     *
     * @throws InvalidValueException if it cannot be read, is no regular file, or has more than 1 MiB
     */
    static byte[] read(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new InvalidValueException(file + " is not a regular file");
            }
            try (InputStream content = Files.newInputStream(file)) {
                byte[] bytes = content.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new InvalidValueException(file + " is larger than 1 MiB");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new InvalidValueException(file + " cannot be read");
        }
    }
}
