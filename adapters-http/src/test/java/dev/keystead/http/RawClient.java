package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection on which a test says what it likes, as fast or as slowly as it likes. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int SMALL_BUFFER = 4096;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)\r\n");

    private final Socket socket = new Socket();

    RawClient(int port) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A request of an endpoint, to the end of its headers. */
    static String head(String method, String endpoint, String... headers) {
        return method + " /v1/organizations/credentials/" + endpoint
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer acme\r\nContent-Type: application/json\r\n"
                + Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    static String list() {
        return head("GET", "list?org_id=acme");
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next answer, to its end. */
    String answer() throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        while (!isWhole(received.toString(ISO_8859_1))) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + received);
            }
            received.write(next);
        }
        return received.toString(ISO_8859_1);
    }

    /** Reads so many bytes of what comes. */
    void read(int count) throws IOException {
        socket.getInputStream().readNBytes(count);
    }

    /** Everything until the server closes or cuts the connection. */
    String rest() throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[SMALL_BUFFER];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException stillOpen) {
            throw stillOpen;
        } catch (IOException cut) {
            return received.toString(ISO_8859_1);
        }
        return received.toString(ISO_8859_1);
    }

    /** Sends the text over and over, a byte at a time, until the server closes; what it said before that. */
    String trickle(String text, Duration pause) throws IOException {
        StringBuilder said = new StringBuilder();
        socket.setSoTimeout((int) pause.toMillis());
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        for (int sent = 0; System.nanoTime() < end; sent++) {
            try {
                socket.getOutputStream().write(text.charAt(sent % text.length()));
                int next = socket.getInputStream().read();
                while (next >= 0) {
                    said.append((char) next);
                    next = socket.getInputStream().read();
                }
                return said.toString();
            } catch (SocketTimeoutException pauseIsOver) {
                // The next byte.
            } catch (IOException cut) {
                return said.toString();
            }
        }
        throw new IOException("still open after: " + said);
    }

    /** Disappears without a word, as a machine does that is switched off. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static boolean isWhole(String received) {
        int head = received.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(received);
        if (head >= 0 && length.find() && length.start() < head) {
            return received.length() == head + 4 + Integer.parseInt(length.group(1));
        }
        return head >= 0 && (received.startsWith("HTTP/1.1 100 ") || received.endsWith("\r\n0\r\n\r\n"));
    }
}
