package dev.keystead.example.javalinhost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.usecase.ListHistory;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavalinHostTest {
    private static final String CREDENTIALS = "/accounts/v1/organizations/credentials/";

    private final HttpClient client = HttpClient.newHttpClient();
    private Keystead keystead;
    private Javalin host;

    @BeforeEach
    void start() {
        keystead = Keystead.builder()
                .repository(new InMemoryStorage().repository())
                .sealer(Jose.sealer(KeySet.generate()))
                .build();
        host = JavalinHost.create(keystead, new Sessions()).start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        host.stop();
    }

    @Test
    void letsTheHostsUsersWorkUnderTheirOwnNames() throws Exception {
        String token = post("/login", "", "ada").body();
        HttpResponse<String> created = post(CREDENTIALS + "create", token, """
                {"org_id":"acme","type":"gcp","name":"Production","specific":{"project":"acme-production"},"comments":""}""");

        assertThat(created.body()).isEqualTo("{\"status\":200,\"response\":\"Credential created\"}");
        assertThat(keystead.listHistory()
                        .list(Caller.system("test"), ListHistory.Query.latest(new OrgId("acme")))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).hasToString("ada"));
    }

    @Test
    void knowsNobodyWhoHasLoggedOut() throws Exception {
        String token = post("/login", "", "ada").body();
        post("/logout", "", token);

        HttpResponse<String> refused = get(CREDENTIALS + "list?org_id=acme", token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("there is no such session, or it has ended");
    }

    @Test
    void keepsItsOwnPagesAndErrors() throws Exception {
        assertThat(get("/", "").body()).isEqualTo("The host's own page");
        assertThat(get("/nowhere", "").body()).doesNotContain("urn:keystead");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        return send(request(path, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path))
                .headers("Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
