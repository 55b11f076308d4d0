package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options of the platform's accounts do to a whole server. */
class SetupTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheAccountsThatTheOptionsName() {
        List<HttpResponse<String>> setups = setups(
                "--platform-aws-account", "210987654321",
                "--platform-gcp-service-account", "ks-{org}@platform-1.iam.gserviceaccount.com");

        assertThat(setups).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200);
        assertThat(setups.get(0).body()).contains("\"trusted_account\":\"210987654321\"");
        assertThat(setups.get(2).body()).contains("\"trusted_account\":\"ks-acme@platform-1.iam.gserviceaccount.com\"");
    }

    @Test
    void inventsNoAccountForDevelopment() {
        List<HttpResponse<String>> setups = setups();

        assertThat(setups).extracting(HttpResponse::statusCode).containsExactly(503, 200, 503);
        assertThat(setups.get(0).body()).contains("platform-aws-account");
        assertThat(setups.get(2).body()).contains("platform-gcp-service-account");
    }

    /** The setups of aws, azure and gcp on a development server with these options. */
    private List<HttpResponse<String>> setups(String... options) {
        Trial trial = new Trial(folder);
        List<HttpResponse<String>> setups = new ArrayList<>();
        trial.whileItRuns(server -> {
            String token = token();
            for (String type : List.of("aws", "azure", "gcp")) {
                setups.add(
                        get(server.address() + "/v1/organizations/credentials/setup?org_id=acme&type=" + type, token));
            }
        });
        List<String> arguments = new ArrayList<>(List.of("dev", "--http-port", "0"));
        arguments.addAll(List.of(options));

        assertThat(trial.run(arguments.toArray(String[]::new)))
                .as("%s", trial.errors())
                .isZero();
        return setups;
    }

    private String token() {
        Trial minting = new Trial(folder);
        minting.run("token", "--sub", "me", "--org", "acme=admin");
        return minting.output().get(0);
    }

    private static HttpResponse<String> get(String url, String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
