package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives a restart, on the storage that does. */
class RestartTest {

    @Test
    @DisplayName("H-120 a restarted server knows the key, and all that was stored")
    void knowsTheKeyAfterARestart(@TempDir Path folder) {
        Reply first;
        Reply listed;
        try (TestServer server = TestServer.over(StorageKind.H2_FILE.open(folder), folder)) {
            first = admin(server).with("Idempotency-Key", "k").post("/create", Bodies.azure("acme", "one"));
            listed = admin(server).get("/list?org_id=acme");
        }

        try (TestServer server = TestServer.over(StorageKind.H2_FILE.open(folder), folder)) {
            Reply again = admin(server).with("Idempotency-Key", "k").post("/create", Bodies.azure("acme", "one"));

            assertThat(again.ok().header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(admin(server).get("/list?org_id=acme").body()).isEqualTo(listed.body());
        }
    }

    private static Client admin(TestServer server) {
        return Client.of(server.port()).bearing(SIGNER.sign(Claims.of("ada").in("acme", "admin")));
    }
}
