package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to the database is lost while it commits. */
class LostCommitTest {
    private FaultyProxy network;
    private TestServer server;
    private Client admin;

    @BeforeEach
    void start(@TempDir Path folder) {
        network = FaultyProxy.to(Postgres.port());
        String url = Postgres.through(network, Postgres.newSchema()) + "&preferQueryMode=simple";
        server = TestServer.over(new JdbcStorageProvider().open(StorageConfig.of(url)), folder);
        admin = Client.of(server.port())
                .bearing(TestServer.SIGNER.sign(Claims.of("ada").in("acme", "admin")));
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    @Test
    @DisplayName("H-114 a repetition does what a lost commit did not")
    void doesWhatWasNotDone() {
        network.cutBefore(FaultyProxy.COMMIT);

        Reply lost = create();
        Reply repeated = create();

        ProblemReply.of(lost, 503, "unavailable").standsAlone();
        assertThat(repeated.ok().all("Idempotency-Replayed")).isEmpty();
        assertThereIsOne();
    }

    @Test
    @DisplayName("H-114 a repetition replays what a lost commit did")
    void replaysWhatWasDone() {
        network.cutAfter(FaultyProxy.COMMIT);

        Reply lost = create();
        Reply repeated = create();

        ProblemReply.of(lost, 503, "unavailable").standsAlone();
        assertThat(repeated.ok().header("Idempotency-Replayed")).isEqualTo("true");
        assertThereIsOne();
    }

    private Reply create() {
        return admin.with("Idempotency-Key", "k").post("/create", Bodies.azure("acme", "one"));
    }

    private void assertThereIsOne() {
        assertThat(admin.get("/list?org_id=acme").each("credentials", "name")).containsExactly("one");
        assertThat(admin.get("/history?org_id=acme").each("history", "event")).containsExactly("created");
    }
}
