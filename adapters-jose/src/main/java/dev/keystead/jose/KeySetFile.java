package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * A file with a key set that may change while it is in use. It is read again when keys are asked for, every 5 seconds at the most. A
 * change that is broken or open to others is logged, in one line and once, and the keys in use stay. Safe for use by many threads;
 * nothing that it prints, logs or throws holds key material.
 */
public final class KeySetFile {
    private final WatchedFile<KeySet> file;

    private KeySetFile(WatchedFile<KeySet> file) {
        this.file = file;
    }

    /**
     * Reads the file now, and again later.
     *
     * @throws InvalidValueException as {@link KeySet#read} does
     */
    public static KeySetFile open(Path file, Clock clock) {
        return new KeySetFile(new WatchedFile<>(
                "sealing keys",
                file,
                new WatchedFile.Format<>(PrivateFiles::read, content -> KeySet.parse(file, content)),
                clock));
    }

    /** The keys in use. */
    public KeySet current() {
        return file.current();
    }

    /** The keys for one who misses one of them: the file is looked at now, once a second at the most. */
    KeySet latest() {
        return file.latest();
    }

    /**
     * Changes the key set in a file. One change at a time is made, whichever process makes it, so that none is lost; readers see the key
     * set before or after it. The new file has the owner, the group and the mode of the old one. Of the keys what a key set needs is
     * kept, and no other members that they may have.
     *
     * @param change makes the new key set of the one that is there; what it throws comes out, and nothing is changed
     * @return the new key set
     * @throws InvalidValueException as {@link KeySet#read} does, or if another change does not end
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static KeySet change(Path file, UnaryOperator<KeySet> change) {
        byte[] changed = PrivateFileChange.apply(
                file, content -> change.apply(KeySet.parse(file, content)).toJson());
        return KeySet.parse(changed);
    }
}
