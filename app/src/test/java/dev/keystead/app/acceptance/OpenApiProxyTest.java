package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Bodies.remove;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers of every endpoint and cloud, judged by a validator that knows nothing but {@code docs/openapi.yaml}. */
@Tag("thorough")
class OpenApiProxyTest {
    private static final String ORG = "acme";

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void startServer() {
        server = TestServer.over(new InMemoryStorage(), folder);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    @DisplayName("H-135 every request that succeeds and its answer fit the document")
    void fitsWhereItSucceeds() throws IOException, InterruptedException {
        try (PrismProxy proxy = PrismProxy.start(folder, ApiDocument.text(), server.port())) {
            assertThat(play(proxy)).isEqualTo(WireRecords.endpoints());
        }
    }

    @ParameterizedTest
    @DisplayName("H-135 a document that differs for one cloud is found out")
    @CsvSource(
            delimiter = '|',
            value = {
                "resources_total | total     | VIOLATIONS",
                "{32}            | {31}      | VIOLATIONS",
                "[\"********\"]  | [masked]  | VIOLATIONS",
                "[gcp, gap]      | [gap]     | UNPROCESSABLE_ENTITY",
                "nosniff         | sniff     | VIOLATIONS"
            })
    void findsADifference(String piece, String instead, String error) throws IOException, InterruptedException {
        try (PrismProxy proxy = PrismProxy.start(folder, ApiDocument.changed(piece, instead), server.port())) {
            assertThatThrownBy(() -> play(proxy)).hasMessageContaining(PrismProxy.ERRORS + "#" + error);
        }
    }

    @Test
    @DisplayName("H-135 problems fit the document")
    void fitsWhereItFails() throws IOException, InterruptedException {
        try (PrismProxy proxy = PrismProxy.ofAnswers(folder, ApiDocument.text(), server.port())) {
            assertThat(problems(proxy)).containsExactly(400, 400, 401, 403, 404, 412, 413, 415, 422);
        }
    }

    @Test
    @DisplayName("H-135 a document of other problems is found out")
    void findsAnotherProblem() throws IOException, InterruptedException {
        String changed = ApiDocument.changed("problem:not-found", "problem:absent");
        try (PrismProxy proxy = PrismProxy.ofAnswers(folder, changed, server.port())) {
            assertThatThrownBy(() -> problems(proxy)).hasMessageContaining(PrismProxy.ERRORS + "#VIOLATIONS");
        }
    }

    private static Set<String> play(PrismProxy proxy) {
        return WholeApi.of(ORG, as(proxy, "admin"), as(proxy, "agent")).keySet();
    }

    /** One of each kind that the proxy lets happen: it answers a request without a token itself. */
    private static List<Integer> problems(PrismProxy proxy) {
        Client admin = as(proxy, "admin");
        String id = admin.post("/create", Bodies.aws(ORG, "one")).id();
        Client once = admin.with("Idempotency-Key", "once");
        once.post("/create", Bodies.aws(ORG, "two")).ok();
        return List.of(
                        admin.get("/list?limit=0"),
                        admin.post("/create", "{}"),
                        Client.of(proxy.port()).bearing("e30.e30.e30").get("/list?org_id=" + ORG),
                        as(proxy, "billing").get("/list?org_id=" + ORG),
                        admin.post("/delete", remove(ORG, "none")),
                        admin.with("If-Match", "\"7\"").post("/delete", remove(ORG, id)),
                        admin.post("/create", Bodies.aws(ORG, "n".repeat(65_537))),
                        admin.with("Content-Encoding", "br").post("/create", Bodies.aws(ORG, "one")),
                        once.post("/create", Bodies.aws(ORG, "three")))
                .stream()
                .map(OpenApiProxyTest::statusOf)
                .toList();
    }

    /** The status of a problem of the server's own. */
    private static int statusOf(Reply reply) {
        assertThat(reply.body()).doesNotContain(PrismProxy.ERRORS).contains("urn:keystead:problem:");
        return reply.status();
    }

    private static Client as(PrismProxy proxy, String role) {
        return Client.of(proxy.port()).bearing(SIGNER.sign(Claims.of(role).in(ORG, role)));
    }
}
