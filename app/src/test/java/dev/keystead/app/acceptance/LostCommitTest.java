package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    @DisplayName("H-114 a repetition does what a lost commit did not")
    void doesWhatWasNotDone(Write write) {
        String id = write.prepare(admin);
        network.cutBefore(FaultyProxy.COMMIT);

        Reply lost = write.send(keyed(), id);
        Reply repeated = write.send(keyed(), id);

        ProblemReply.of(lost, 503, "unavailable").standsAlone();
        assertThat(repeated.ok().all("Idempotency-Replayed")).isEmpty();
        assertDoneOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("H-114 a repetition replays what a lost commit did")
    void replaysWhatWasDone(Write write) {
        String id = write.prepare(admin);
        network.cutAfter(FaultyProxy.COMMIT);

        Reply lost = write.send(keyed(), id);
        assertDoneOnce(write);
        Reply repeated = write.send(keyed(), id);

        ProblemReply.of(lost, 503, "unavailable").standsAlone();
        assertThat(repeated.ok().header("Idempotency-Replayed")).isEqualTo("true");
        assertDoneOnce(write);
    }

    private Client keyed() {
        return admin.with("Idempotency-Key", "k");
    }

    private void assertDoneOnce(Write write) {
        assertThat(admin.get("/list?org_id=acme").each("credentials", "name")).isEqualTo(write.names);
        assertThat(admin.get("/history?org_id=acme").each("history", "event")).isEqualTo(write.events);
    }

    /** What is lost, and what there is once it is done. */
    private enum Write {
        CREATE(List.of("one"), List.of("created")) {
            @Override
            String prepare(Client admin) {
                return "";
            }

            @Override
            Reply send(Client client, String id) {
                return client.post("/create", Bodies.azure("acme", "one"));
            }
        },
        UPDATE(List.of("two"), List.of("updated", "created")) {
            @Override
            Reply send(Client client, String id) {
                return client.post("/update", Bodies.update("acme", id, "{\"name\":\"two\"}"));
            }
        },
        REMOVE(List.of(), List.of("removed", "created")) {
            @Override
            Reply send(Client client, String id) {
                return client.post("/delete", Bodies.remove("acme", id));
            }
        };

        private final List<String> names;
        private final List<String> events;

        Write(List<String> names, List<String> events) {
            this.names = names;
            this.events = events;
        }

        /** Makes what is written to, and returns its id. */
        String prepare(Client admin) {
            return admin.post("/create", Bodies.azure("acme", "one")).id();
        }

        abstract Reply send(Client client, String id);
    }
}
