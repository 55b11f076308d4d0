package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and go away. */
class AbandonedListTest extends AcceptanceTest {
    private static final int MORE_THAN_IS_SENT_AT_ONCE = 10_000;
    private static final int CLIENTS = 20;

    @Test
    @DisplayName("H-67 a client that goes away is no fault")
    void isNoneOfTheOperatorsTroubles() throws IOException, InterruptedException {
        Bulk.load(server.storage(), org, MORE_THAN_IS_SENT_AT_ONCE);
        String token = SIGNER.sign(Claims.of("ada").in(org, "admin"));
        String request = RawHttp.request("GET", BASE + "/list?org_id=" + org, "Authorization: Bearer " + token);

        try (LogCapture log = new LogCapture()) {
            for (int client = 0; client < CLIENTS; client++) {
                beginToRead(request);
            }
            Thread.sleep(500);

            assertThat(list().status()).isEqualTo(200);
            assertThat(log.events()).noneMatch(event -> event.contains("Exception"));
        }
    }

    private void beginToRead(String request) throws IOException {
        try (Socket socket = Transport.current().connect(server.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }
}
