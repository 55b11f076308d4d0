package dev.keystead.example.rocksdb.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server keeps credentials in a storage that it does not know, because its jars stand on the class path. */
class ServerTest {
    private static final String CREDENTIALS = "/v1/organizations/credentials/";

    @TempDir
    private Path folder;

    private List<String> serve;
    private String token;

    @BeforeEach
    void configureTheServer() throws GeneralSecurityException, IOException, InterruptedException {
        Issuer issuer = new Issuer();
        issuer.writePublicKeyTo(folder.resolve("issuer.json"));
        token = issuer.token("acme");
        assertThat(ServerProcess.runAlone(folder, List.of("keys", "generate", "--out", "keyset.json")))
                .isZero();
        serve = List.of(
                "serve",
                "--storage-url=rocksdb:storage",
                "--http-port=0",
                "--auth-issuer=" + Issuer.NAME,
                "--auth-audience=" + Issuer.AUDIENCE,
                "--auth-jwks=issuer.json",
                "--secrets-keyset=keyset.json");
    }

    @Test
    void keepsACredentialOverARestart() throws IOException, InterruptedException {
        String id;
        try (ServerProcess server = ServerProcess.ready(folder, serve)) {
            id = create(server);
            assertThat(list(server)).contains("\"id\":\"" + id + "\"", "\"name\":\"Production\"");
            server.terminate();
        }

        try (ServerProcess again = ServerProcess.ready(folder, serve)) {
            assertThat(list(again)).contains("\"id\":\"" + id + "\"", "\"name\":\"Production\"");
        }
        assertThat(ServerProcess.errors(folder)).noneMatch(line -> line.contains("WARN"));
    }

    @Test
    void saysWhatIsThereIfTheAdapterIsNot() throws IOException, InterruptedException {
        int code = ServerProcess.runAlone(folder, serve);

        assertThat(code).isEqualTo(2);
        assertThat(ServerProcess.errors(folder))
                .singleElement()
                .asString()
                .endsWith("no storage answers for what stands before its first colon; there are jdbc:, memory:");
    }

    @Test
    void saysWhatIsMissingIfTheStoreIsNotThere() throws IOException, InterruptedException {
        int code = ServerProcess.runWithoutTheStore(folder, serve);

        assertThat(code).isEqualTo(1);
        assertThat(ServerProcess.errors(folder))
                .singleElement()
                .asString()
                .contains("a class is missing on the class path: org/rocksdb/");
    }

    @Test
    void saysThatTheFolderIsInUse() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.ready(folder, serve)) {
            int code = ServerProcess.run(folder, serve);

            assertThat(code).isEqualTo(1);
            assertThat(ServerProcess.errors(folder))
                    .singleElement()
                    .asString()
                    .endsWith("storage rocksdb:storage: the folder is in use already");
            assertThat(list(server)).contains("\"status\":200");
        }
    }

    private String create(ServerProcess server) throws IOException, InterruptedException {
        String body = "{\"org_id\":\"acme\",\"type\":\"azure\",\"name\":\"Production\",\"comments\":\"\","
                + "\"specific\":{\"tenant\":\"contoso.com\",\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\","
                + "\"key\":\"not-a-real-secret\"}}";
        HttpResponse<String> answer = send(request(server, "create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        return answer.headers().firstValue("Credential-Id").orElseThrow();
    }

    private String list(ServerProcess server) throws IOException, InterruptedException {
        return send(request(server, "list?org_id=acme")).body();
    }

    private HttpRequest.Builder request(ServerProcess server, String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(server.address() + CREDENTIALS + pathAndQuery))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
