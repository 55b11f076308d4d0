package dev.keystead.jdbc.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Moves bytes in one direction of a connection. */
final class Pump {
    private static final int BUFFER = 64 * 1024;

    private Pump() {}

    /**
     * Moves what comes until it ends, or until the filter forwards no more.
     *
     * @param forwards asked about each piece, as characters one for one; may wait
     */
    static void run(Socket from, Socket to, Predicate<String> forwards) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
            if (!forwards.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
                return;
            }
            out.write(buffer, 0, length);
        }
    }

    /** Runs the work in a thread that keeps no process alive; a broken connection ends it. */
    static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // Closed by either side, or by the test.
            }
        });
        thread.setName("faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** What may end because a connection does. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
