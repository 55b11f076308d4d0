package dev.keystead.app.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A new file that is its owner's alone (0600) from the moment it exists, and gets its name when it is whole; until then it has another
 * one in the same folder, which is removed if it never gets there. On a file system without POSIX permissions access is what the
 * folder's is. Not safe for use by many threads.
 */
public final class DraftFile implements AutoCloseable {
    private final Path file;
    private final boolean replace;
    private final Path draft;
    private final FileChannel channel;
    private final OutputStream stream;

    private DraftFile(Path file, boolean replace, Path draft) throws IOException {
        this.file = file;
        this.replace = replace;
        this.draft = draft;
        this.channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(draft));
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    /**
     * Makes the draft.
     *
     * @param replace whether a plain file that has the name may be replaced
     * @throws TransferException if the name is taken, or nothing can be written beside it
     */
    public static DraftFile create(Path file, boolean replace) {
        Path absolute = file.toAbsolutePath();
        requireFree(absolute, replace);
        Path draft = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".partial");
        try {
            draft.toFile().deleteOnExit(); // an export that is interrupted
            return new DraftFile(absolute, replace, draft);
        } catch (IOException failure) {
            throw new TransferException(
                    file + " cannot be written: is its folder there, and may you write in it?", failure);
        }
    }

    public OutputStream stream() {
        return stream;
    }

    /**
     * Gives the finished file its name, once its content is on the disk.
     *
     * @throws TransferException if the name is taken by now, or it cannot be written
     */
    public void publish() {
        try {
            stream.flush();
            channel.force(true);
            channel.close();
            if (replace) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                linkOrMove(draft, file);
            }
        } catch (FileAlreadyExistsException taken) {
            throw new TransferException(file + " exists by now and is not overwritten", taken);
        } catch (IOException failure) {
            throw new TransferException(file + " cannot be written", failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(draft);
        } catch (IOException failure) {
            throw new TransferException(draft + " cannot be removed", failure);
        }
    }

    private static void requireFree(Path file, boolean replace) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new TransferException(file + " is not a plain file");
            }
            if (!replace) {
                throw new TransferException(file + " exists and is not overwritten without --replace");
            }
        }
    }

    /** A link, since it is the one way to give a finished file its name that fails if another file has it already. */
    private static void linkOrMove(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(draft, file); // a file system without links: checks first, then moves
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path draft) {
        return draft.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
