package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Changes a private file, one change at a time: the new file is written beside the old one under a name that only one process can take,
 * before the old one is read, and takes its place when it is whole. It is its owner's alone while it is written; only then does it get
 * the owner, the group and the mode of the old one, so that a group that could read the file still can.
 */
final class PrivateFileChange {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private PrivateFileChange() {}

    /**
     * Changes the file, or the one that a link of this name leads to.
     *
     * @param change of the content; what it throws comes out, and nothing is changed
     * @return the new content
     * @throws InvalidValueException if the file cannot be read or is open to others, or if another change does not end within 2 seconds
     * @throws UncheckedIOException if it cannot be written
     */
    static byte[] apply(Path file, UnaryOperator<byte[]> change) {
        PrivateFiles.read(file); // refuses what is not there in the same words as a reader does
        try {
            Path target = file.toRealPath();
            Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
            try (FileChannel channel = claim(draft, file)) {
                return replace(target, draft, channel, change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel claim(Path draft, Path file) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                return PrivateFiles.openNew(draft);
            } catch (FileAlreadyExistsException taken) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new InvalidValueException(file + " is being changed by another command; if none is running,"
                            + " one was killed: remove " + draft);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static byte[] replace(Path target, Path draft, FileChannel channel, UnaryOperator<byte[]> change)
            throws IOException {
        boolean published = false;
        try {
            byte[] content = change.apply(PrivateFiles.read(target));
            PrivateFiles.write(channel, content);
            copyAccess(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            published = true;
            PrivateFiles.makeNamesDurable(PrivateFiles.folderOf(target));
            return content;
        } finally {
            if (!published) {
                Files.deleteIfExists(draft); // once it has the file's name, a draft is another's
            }
        }
    }

    private static void copyAccess(Path from, Path to) throws IOException {
        if (PrivateFiles.isPosix(from)) {
            PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
            PosixFileAttributeView draft = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            PosixFileAttributes found = draft.readAttributes();
            if (!found.owner().equals(wanted.owner())) {
                draft.setOwner(wanted.owner());
            }
            if (!found.group().equals(wanted.group())) {
                draft.setGroup(wanted.group());
            }
            draft.setPermissions(wanted.permissions());
        }
    }
}
