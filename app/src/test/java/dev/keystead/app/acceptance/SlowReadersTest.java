package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that take a byte a second, and how long the server bears it. */
@Tag("thorough")
class SlowReadersTest extends AcceptanceTest {
    private static final int MORE_THAN_THE_NETWORK_BUFFERS = 100_000;
    private static final int LONGER_THAN_THE_SERVER_WAITS = 25;

    @Test
    @DisplayName("H-133 a list that is not read is cut off")
    void cutsOffAListThatIsNotRead() throws IOException, InterruptedException {
        Bulk.load(server.storage(), org, MORE_THAN_THE_NETWORK_BUFFERS);
        String token = SIGNER.sign(Claims.of("ada").in(org, "admin"));
        try (SlowClient client = new SlowClient(
                server.port(),
                "GET " + BASE + "/list?org_id=" + org + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n")) {
            String received = client.sip(LONGER_THAN_THE_SERVER_WAITS);

            assertThat(received).startsWith("HTTP/1.1 200 ").doesNotContain("]}");
        }
    }
}
