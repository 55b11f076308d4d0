package dev.keystead.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose a file is and who may do what with it, for another file that takes its place. Nothing where there are no such things. */
final class FileOwnership {
    private static final Logger LOG = LoggerFactory.getLogger(FileOwnership.class);

    private final Path file;
    private final Optional<PosixFileAttributes> before;

    private FileOwnership(Path file, Optional<PosixFileAttributes> before) {
        this.file = file;
        this.before = before;
    }

    static FileOwnership of(Path file) {
        try {
            return new FileOwnership(file, Optional.of(Files.readAttributes(file, PosixFileAttributes.class)));
        } catch (IOException | UnsupportedOperationException notPosix) {
            return new FileOwnership(file, Optional.empty());
        }
    }

    /** Gives the file that is there now to whom the earlier one belonged. */
    void restore() {
        try {
            if (before.isPresent()) {
                restore(before.get());
            }
        } catch (IOException e) {
            LOG.warn("the owner or the mode of {} could not be kept", file);
        }
    }

    private void restore(PosixFileAttributes was) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes is = view.readAttributes();
        view.setPermissions(was.permissions());
        if (!is.owner().equals(was.owner())) {
            view.setOwner(was.owner());
        }
        if (!is.group().equals(was.group())) {
            view.setGroup(was.group());
        }
    }
}
