package dev.keystead.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.keystead.http.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client of HTTP/2 that says what no library would (RFC 9113, RFC 7541). */
final class RawFrames implements AutoCloseable {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM_AND_HEADERS = 5;

    private final SSLSocket socket;
    private int stream = 1;

    private RawFrames(SSLSocket socket) {
        this.socket = socket;
    }

    static RawFrames connect(int port, TestCertificate certificate) throws IOException {
        SSLSocket socket = (SSLSocket)
                certificate.trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(PREFACE.getBytes(US_ASCII));
        RawFrames frames = new RawFrames(socket);
        frames.send(SETTINGS, 0, 0, new byte[0]);
        return frames;
    }

    /** Sends a request without a body that has these headers, names and values in turn. */
    void request(String... headers) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < headers.length; i += 2) {
            block.write(0); // a literal, not to be remembered
            write(block, headers[i]);
            write(block, headers[i + 1]);
        }
        send(HEADERS, END_STREAM_AND_HEADERS, stream, block.toByteArray());
        stream += 2;
    }

    private static void write(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(US_ASCII));
    }

    private void send(int type, int flags, int of, byte[] content) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {0, 0, (byte) content.length, (byte) type, (byte) flags, 0, 0, 0, (byte) of});
        frame.writeBytes(content);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** Waits for the headers of an answer. */
    void awaitAnswer() throws IOException {
        while (true) {
            byte[] head = socket.getInputStream().readNBytes(9);
            socket.getInputStream().skipNBytes(((head[0] & 0xFF) << 16) + ((head[1] & 0xFF) << 8) + (head[2] & 0xFF));
            if (head[3] == HEADERS) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
