package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files that hold private keys. They are their owner's alone from the moment they exist, and are not read once others can. On a file
 * system without POSIX permissions neither can be had, and access is what the folder's is.
 */
final class PrivateFiles {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFiles() {}

    /**
     * Reads the file.
     *
     * @throws InvalidValueException if it cannot be read, or if others than its owner and group have any access to it
     */
    static byte[] read(Path file) {
        try {
            if (isPosix(file) && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
                throw new InvalidValueException(
                        file + " is open to others: take their permissions away, as with chmod o= on the file");
            }
            return SmallFiles.read(file);
        } catch (IOException e) {
            throw new InvalidValueException(file + " cannot be read");
        }
    }

    /**
     * Writes a new file (0600) whole or not at all, and the folders above that do not exist (0700).
     *
     * @throws InvalidValueException if the file exists
     * @throws UncheckedIOException if it cannot be written
     */
    static void create(Path file, byte[] content) {
        try {
            publish(file, content, PrivateFiles::linkOrMove);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidValueException(file + " exists and is not overwritten");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Like {@link #create}, but in the place of a file that may be there: readers see the old one or the new one.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    static void replace(Path file, byte[] content) {
        try {
            publish(file, content, (draft, name) -> Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Path file, byte[] content, Publication publication) throws IOException {
        Path folder = folderOf(file);
        Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        Files.createDirectories(folder, owner(folder, "rwx------"));
        try {
            write(draft, content);
            publication.publish(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        makeNamesDurable(folder);
    }

    /** Sees to it that the folder, with the names of its files, is on the disk; on POSIX, since others cannot open a folder. */
    static void makeNamesDurable(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new InvalidValueException(file + " is not the name of a file");
        }
        return parent;
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = openNew(draft)) {
            write(channel, content);
        }
    }

    /** Opens a new file (0600) for writing. */
    static FileChannel openNew(Path file) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, owner(file, "rw-------"));
    }

    /** Writes the content through to the disk. */
    static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** A link, since it is the one way to give a finished file its name that fails if another file has it already. */
    private static void linkOrMove(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(draft, file); // a file system without links: checks first, then moves
        }
    }

    /** Gives the finished draft its name. */
    @FunctionalInterface
    private interface Publication {
        void publish(Path draft, Path file) throws IOException;
    }

    private static FileAttribute<?>[] owner(Path folder, String permissions) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
