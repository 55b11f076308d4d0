package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send or take a byte a second, and how long the server bears it. */
@Tag("thorough")
class SlowClientsTest extends AcceptanceTest {
    private static final int SECOND = 1_000;
    private static final int TOO_LONG = 60;
    private static final int MORE_THAN_THE_NETWORK_BUFFERS = 100_000;

    @Test
    @DisplayName("H-133 headers that do not end close the connection")
    void closesAConnectionOnWhichHeadersDoNotEnd() throws IOException {
        long start = System.nanoTime();

        String said = trickle("GET " + BASE + "/list HTTP/1.1\r\nX-Slow: ", "a");

        assertThat(said).isEmpty();
        assertThat(since(start)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }

    @Test
    @DisplayName("H-133 a body that does not end is answered with 408")
    void answersABodyThatDoesNotEnd() throws IOException {
        long start = System.nanoTime();

        String said = trickle(head("POST", "/create", "Content-Length: 1000\r\n"), " ");

        Reply reply = RawHttp.parse(said);
        ProblemReply.of(reply, 408, "invalid-request").standsAlone();
        assertThat(reply.header("Connection")).isEqualTo("close");
        assertThat(since(start)).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("H-133 a list that is not read is cut off")
    void cutsOffAListThatIsNotRead() throws IOException, InterruptedException {
        Bulk.load(server.storage(), org, MORE_THAN_THE_NETWORK_BUFFERS);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(head("GET", "/list?org_id=" + org, "").getBytes(ISO_8859_1));
            for (int second = 0; second < 25; second++) {
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

        assertThat(received.toString(ISO_8859_1)).startsWith("HTTP/1.1 200 ").doesNotContain("]}");
    }

    /** Sends the beginning, and more at a byte a second until the server closes; what it said. */
    private String trickle(String beginning, String more) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
            for (int second = 0; second < TOO_LONG; second++) {
                socket.getOutputStream().write(more.getBytes(ISO_8859_1));
                try {
                    socket.getInputStream().transferTo(said);
                    return said.toString(ISO_8859_1);
                } catch (SocketTimeoutException stillOpen) {
                    // The next second, the next byte.
                }
            }
        } catch (IOException cut) {
            return said.toString(ISO_8859_1);
        }
        throw new IllegalStateException("still open after a minute: " + said.toString(ISO_8859_1));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(SECOND);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        return socket;
    }

    private String head(String method, String endpoint, String headers) {
        return method + " " + BASE + endpoint + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + SIGNER.sign(Claims.of("ada").in(org, "admin")) + "\r\n" + headers + "\r\n";
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
