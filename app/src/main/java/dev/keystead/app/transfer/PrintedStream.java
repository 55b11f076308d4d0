package dev.keystead.app.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** A print stream as a stream whose failures are seen: a closed pipe or a full disk ends the export. */
public final class PrintedStream extends OutputStream {
    private static final int BUFFER = 64 * 1024;

    private final PrintStream out;

    private PrintedStream(PrintStream out) {
        this.out = out;
    }

    /** Writes to the print stream, which is not closed with it. */
    public static OutputStream to(PrintStream out) {
        return new BufferedOutputStream(new PrintedStream(out), BUFFER);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        if (out.checkError()) { // flushes
            throw new IOException("the stream is closed or full");
        }
    }
}
