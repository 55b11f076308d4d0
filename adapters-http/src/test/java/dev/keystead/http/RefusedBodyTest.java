package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that is still sending when its request is refused gets its answer, not a broken connection. */
class RefusedBodyTest {
    private static final int TOO_LARGE = RequestBody.LIMIT + 1;
    private static final String ANSWER = "HTTP/1.1 413 ";
    private static final byte[] NEXT =
            "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1);

    private final TestServer server = new TestServer();
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    @Test
    void takesInTheRestOfARefusedBodyAndServesOn() throws IOException {
        send(head("Content-Length: " + TOO_LARGE));
        send(new byte[1_000]);
        String answer = readAnswer();
        send(new byte[TOO_LARGE - 1_000]);
        send(NEXT);

        assertThat(answer).startsWith(ANSWER);
        assertThat(rest()).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void takesInTheRestOfABodyOfUnknownLength() throws IOException {
        send(head("Transfer-Encoding: chunked"));
        send(chunk(TOO_LARGE));
        String answer = readAnswer();
        send(chunk(TOO_LARGE));
        send("0\r\n\r\n".getBytes(ISO_8859_1));
        send(NEXT);

        assertThat(answer).startsWith(ANSWER);
        assertThat(rest()).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void endsTheConnectionOfAClientThatNeverStops() throws IOException {
        send(head("Content-Length: " + Long.MAX_VALUE));
        String answer = readAnswer();
        boolean cut = false;
        for (int sent = 0; sent < 1_000 && !cut; sent++) {
            cut = !isSent(new byte[TOO_LARGE]);
        }

        assertThat(answer).startsWith(ANSWER);
        assertThat(cut).isTrue();
    }

    @Test
    void neverTakesWhatIsLeftOfARefusedBodyForRequests() throws IOException {
        send(head("Content-Length: " + Integer.MAX_VALUE));
        String answer = readAnswer();
        byte[] requests = new String(NEXT, ISO_8859_1).repeat(1_000).getBytes(ISO_8859_1);
        for (int sent = 0; sent < 50 && isSent(requests); sent++) {
            // on and on, far beyond what is taken in
        }

        assertThat(answer).startsWith(ANSWER);
        assertThat(saidUntilCut()).isEmpty();
    }

    @Test
    void doesNotAskForABodyThatItHasRefused() throws IOException {
        send(head("Content-Length: " + TOO_LARGE, "Expect: 100-continue"));

        assertThat(readAnswer()).startsWith(ANSWER);
        assertThat(rest()).isEmpty();
    }

    private static byte[] head(String... headers) {
        return ("POST /v1/organizations/credentials/create HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer acme\r\n"
                        + "Content-Type: application/json\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] chunk(int length) {
        return (Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n").getBytes(ISO_8859_1);
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private boolean isSent(byte[] bytes) {
        try {
            send(bytes);
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    /** One response, to the end of its JSON object (those here hold no other). */
    private String readAnswer() throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (answer.indexOf("\r\n\r\n") < 0 || answer.charAt(answer.length() - 1) != '}') {
            int next = in.read();
            if (next < 0) {
                return answer.toString();
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** What comes before the server closes or cuts the connection. */
    private String saidUntilCut() {
        StringBuilder said = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                said.append((char) next);
            }
        } catch (IOException cut) {
            return said.toString();
        }
        return said.toString();
    }

    private String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
}
