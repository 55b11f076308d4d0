package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask for much and go away. */
class AbandonedListTest {
    private static final String ORG = "acme";
    private static final int MORE_THAN_IS_SENT_AT_ONCE = 10_000;
    private static final int CLIENTS = 20;

    @Test
    @DisplayName("H-67 a client that goes away is no fault")
    void isNoneOfTheOperatorsTroubles(@TempDir Path folder) throws IOException {
        String token = SIGNER.sign(Claims.of("ada").in(ORG, "admin"));
        String request = RawHttp.request("GET", BASE + "/list?org_id=" + ORG, "Authorization: Bearer " + token);

        try (LogCapture log = new LogCapture()) {
            try (TestServer server = TestServer.over(StorageKind.MEMORY.open(folder), folder)) {
                Bulk.load(server.storage(), ORG, MORE_THAN_IS_SENT_AT_ONCE);
                for (int client = 0; client < CLIENTS; client++) {
                    beginToRead(server.port(), request);
                }
            } // when all requests have ended

            assertThat(log.events()).noneMatch(event -> event.contains("Exception"));
        }
    }

    private static void beginToRead(int port, String request) throws IOException {
        try (Socket socket = Transport.current().connect(port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }
}
