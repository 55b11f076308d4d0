package dev.keystead.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2, scheme {@code tapped:}, that tells a test of every change before it is made; the test may hold it up or make it fail. */
public final class TappedFilePath extends FilePathWrapper {
    private static volatile Tap tap = new Tap() {};

    /** What the database in the folder is reached by, from now on through this tap. */
    static String url(Path directory, Tap newTap) {
        FilePath.register(new TappedFilePath());
        tap = newTap;
        return "jdbc:h2:tapped:" + directory.resolve("keystead");
    }

    /** Told of what is about to be done to any file, by the thread that does it. */
    interface Tap {
        default void writing(long position, ByteBuffer bytes) throws IOException {}

        default void truncating(long size) {}

        default void forcing() throws IOException {}
    }

    @Override
    public String getScheme() {
        return "tapped";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new TappedFile(getBase().open(mode));
    }

    private static final class TappedFile extends FileBase {
        private final FileChannel file;

        TappedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            tap.forcing();
            file.force(metaData);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long newPosition) throws IOException {
            file.position(newPosition);
            return this;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            tap.writing(file.position(), source.duplicate());
            return file.write(source);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            tap.truncating(size);
            file.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
