package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees while the storage or the token keys fail. */
@ParameterizedClass(name = "{0}")
@EnumSource(StorageKind.class)
class FailuresTest {
    private static final String ORG = "acme";

    @Parameter
    StorageKind kind;

    @TempDir
    Path folder;

    private BrokenStorage storage;
    private TestServer server;
    private Client admin;
    private Client agent;

    @BeforeEach
    void start() {
        storage = new BrokenStorage(kind.open(folder));
        server = TestServer.over(storage, folder);
        admin = Client.of(server.port()).bearing(SIGNER.sign(Claims.of("ada").in(ORG, "admin")));
        agent = Client.of(server.port()).bearing(SIGNER.sign(Claims.of("worker").in(ORG, "agent")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("H-67 a fault is 500 without its cause")
    void hidesTheCauseOfAFault() {
        storage.breakAt("find", () -> new IllegalStateException("planted", new Exception("jdbc:planted")));
        storage.breakAt("list", () -> new IllegalStateException("planted"));
        storage.breakAt("commit", () -> new IllegalStateException("planted"));

        Reply described = admin.get("/describe?org_id=acme&credential_id=x");
        Reply listed = admin.get("/list?org_id=acme");
        Reply created = admin.post("/create", Bodies.aws(ORG, "one"));

        for (Reply reply : new Reply[] {described, listed, created}) {
            ProblemReply.of(reply, 500, "internal-error").standsAlone();
            assertThat(reply.body() + reply.headers()).doesNotContain("planted", "IllegalState");
        }
    }

    @Test
    @DisplayName("H-67 the log has the cause under the request id")
    void logsTheCauseOfAFault() {
        storage.breakAt("find", () -> new IllegalStateException("planted cause"));

        try (LogCapture log = new LogCapture()) {
            String requestId =
                    admin.get("/describe?org_id=acme&credential_id=x").header("X-Request-Id");

            assertThat(log.events()).anySatisfy(event -> assertThat(event).contains(requestId, "planted cause"));
        }
    }

    @Test
    @DisplayName("H-67 an error of the virtual machine is 500 too")
    void answersErrorsOfTheMachine() {
        storage.breakAt("find", () -> {
            throw new StackOverflowError("planted");
        });

        Reply reply = admin.get("/describe?org_id=acme&credential_id=x");

        ProblemReply.of(reply, 500, "internal-error").standsAlone();
        assertThat(reply.body()).doesNotContain("planted");
    }

    @Test
    @DisplayName("H-68 a storage out of reach is 503 with Retry-After, until it is back")
    void answers503WhileTheStorageIsOutOfReach() {
        String id = admin.post("/create", Bodies.azure(ORG, "one")).id();
        for (String method :
                new String[] {"find", "list", "history", "commit", "recordUsage", "receipt", "externalId"}) {
            storage.breakAt(method, () -> new StorageUnavailableException(true, new Exception("jdbc:planted")));
        }

        unavailable(admin.get("/list?org_id=acme"));
        unavailable(admin.get("/list?org_id=acme&limit=1"));
        unavailable(admin.get("/describe?org_id=acme&credential_id=" + id));
        unavailable(admin.get("/history?org_id=acme"));
        unavailable(admin.get("/setup?org_id=acme&type=aws"));
        unavailable(admin.post("/create", Bodies.aws(ORG, "two")));
        unavailable(admin.post("/update", Bodies.update(ORG, id, "{\"name\":\"two\"}")));
        unavailable(admin.post("/delete", Bodies.remove(ORG, id)));
        unavailable(admin.with("Idempotency-Key", "k").post("/delete", Bodies.remove(ORG, id)));
        unavailable(admin.post("/usage", Bodies.usage(ORG, id, 1)));
        unavailable(agent.post("/resolve", Bodies.resolve(ORG, id)));
        storage.repair();
        assertThat(admin.get("/list?org_id=acme").each("credentials", "id")).containsExactly(id);
    }

    @Test
    @DisplayName("H-68 without token keys every token is 503")
    void answers503WithoutTokenKeys() {
        Storage other = kind.open(folder.resolve("other"));
        try (TestServer keyless = TestServer.over(other, token -> {
            throw new UnavailableException("no token keys yet");
        })) {
            unavailable(Client.of(keyless.port()).bearing("x").get("/list?org_id=acme"));
            ProblemReply.of(Client.of(keyless.port()).get("/list?org_id=acme"), 401, "unauthorized");
        }
    }

    @Test
    @DisplayName("H-79 a list that fails half-way is cut")
    void cutsAListThatFailsHalfWay() {
        Bulk.load(storage, ORG, 1_000);
        storage.breakAt("list", 1, () -> new StorageUnavailableException(false, null));
        String request = RawHttp.request(
                "GET",
                BASE + "/list?org_id=acme",
                "Authorization: Bearer " + SIGNER.sign(Claims.of("ada").in(ORG, "admin")));

        String response = new String(RawHttp.exchange(server.port(), request.getBytes(UTF_8)), UTF_8);

        assertThat(response).startsWith("HTTP/1.1 200").contains("\"credentials\":[{");
        assertThat(response).doesNotContain("]}").doesNotEndWith("0\r\n\r\n");
    }

    @Test
    @DisplayName("H-104 an effect whose entry cannot be written does not happen")
    void writesNeitherEffectNorEntry() {
        String id = admin.post("/create", Bodies.aws(ORG, "one")).id();
        storage.breakAt("commit", () -> new StorageUnavailableException(false, null));

        admin.post("/create", Bodies.aws(ORG, "two"));
        admin.post("/update", Bodies.update(ORG, id, "{\"name\":\"two\"}"));
        admin.post("/delete", Bodies.remove(ORG, id));

        assertThat(admin.get("/list?org_id=acme").each("credentials", "name")).containsExactly("one");
        assertThat(admin.get("/history?org_id=acme").each("history", "event")).containsExactly("created");
    }

    @Test
    @DisplayName("H-110 a resolve that cannot be recorded is not answered")
    void keepsASecretWhoseReadingCannotBeRecorded() {
        String id = admin.post("/create", Bodies.azure(ORG, "one")).id();
        storage.breakAt("commit", () -> new StorageUnavailableException(false, null));

        Reply reply = agent.post("/resolve", Bodies.resolve(ORG, id));

        unavailable(reply);
        assertThat(reply.body()).doesNotContain(Bodies.KEY);
    }

    @Test
    @DisplayName("H-130 a role without its external id is neither answered nor recorded")
    void keepsARoleWhoseExternalIdCannotBeHad() {
        String id = admin.post("/create", Bodies.aws(ORG, "one")).id();
        storage.breakAt("externalId", () -> new StorageUnavailableException(false, null));

        Reply reply = agent.post("/resolve", Bodies.resolve(ORG, id));

        unavailable(reply);
        assertThat(reply.body()).doesNotContain(Bodies.ROLE);
        assertThat(admin.get("/history?org_id=acme").each("history", "event")).containsExactly("created");
    }

    private static void unavailable(Reply reply) {
        ProblemReply.of(reply, 503, "unavailable").standsAlone();
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(reply.body()).doesNotContain("planted");
    }
}
