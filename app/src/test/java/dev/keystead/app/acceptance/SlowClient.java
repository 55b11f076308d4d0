package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A client that sends or takes a byte a second. */
final class SlowClient implements AutoCloseable {
    private static final int SECOND = 1_000;
    private static final int TOO_LONG = 60;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final long start = System.nanoTime();

    /** Connects and sends the beginning, all at once. */
    SlowClient(int port, String beginning) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(SECOND);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
    }

    /** Sends more at a byte a second until the server closes; what it said. */
    String trickle(String more) throws IOException {
        try {
            for (int second = 0; second < TOO_LONG; second++) {
                socket.getOutputStream().write(more.getBytes(ISO_8859_1));
                try {
                    socket.getInputStream().transferTo(received);
                    return received.toString(ISO_8859_1);
                } catch (SocketTimeoutException stillOpen) {
                    // The next second, the next byte.
                }
            }
        } catch (IOException cut) {
            return received.toString(ISO_8859_1);
        }
        throw new IllegalStateException("still open after a minute: " + received.toString(ISO_8859_1));
    }

    /** Takes a byte a second for so many of them, and then what is left until the server closes; all that was received. */
    String sip(int seconds) throws IOException, InterruptedException {
        try {
            for (int second = 0; second < seconds; second++) {
                received.write(socket.getInputStream().read());
                Thread.sleep(SECOND);
            }
            socket.setSoTimeout(10 * SECOND);
            socket.getInputStream().transferTo(received);
        } catch (SocketTimeoutException stillOpen) {
            throw stillOpen;
        } catch (IOException cut) {
            // As it should be, with or without an exception.
        }
        return received.toString(ISO_8859_1);
    }

    /** Since it connected. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
