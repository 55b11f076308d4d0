package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send a byte a second, and how long the server bears it. */
@Tag("thorough")
class SlowSendersTest extends AcceptanceTest {
    @Test
    @DisplayName("H-133 headers that do not end close the connection")
    void closesAConnectionOnWhichHeadersDoNotEnd() throws IOException {
        try (SlowClient client = new SlowClient(server.port(), "GET " + BASE + "/list HTTP/1.1\r\nX-Slow: ")) {
            assertThat(client.trickle("a")).isEmpty();

            assertThat(client.age()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
        }
    }

    @Test
    @DisplayName("H-133 a body that does not end is answered with 408")
    void answersABodyThatDoesNotEnd() throws IOException {
        String token = SIGNER.sign(Claims.of("ada").in(org, "admin"));
        try (SlowClient client = new SlowClient(
                server.port(),
                "POST " + BASE + "/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\nContent-Length: 1000\r\n\r\n")) {
            Reply reply = RawHttp.parse(client.trickle(" "));

            ProblemReply.of(reply, 408, "invalid-request").standsAlone();
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(client.age()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(30));
        }
    }
}
