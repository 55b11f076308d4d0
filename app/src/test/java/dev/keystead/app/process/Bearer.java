package dev.keystead.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a server answers to whoever bears a token. Safe for use by many threads. */
final class Bearer {
    private static final String BASE = "/v1/organizations/credentials/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Bearer(ServerProcess server) {
        this.address = server.address();
    }

    /** The status of a list of the organisation's credentials, which every role but {@code billing} may ask for. */
    int list(String token, String org) throws IOException, InterruptedException {
        return status(request("list?org_id=" + org, token).GET());
    }

    /** The status of an attempt to create a credential, which {@code owner} and {@code admin} may. */
    int create(String token, String org) throws IOException, InterruptedException {
        String body = "{\"org_id\":\"" + org + "\",\"type\":\"gcp\",\"name\":\"one\","
                + "\"specific\":{\"project\":\"keystead-test\"},\"comments\":\"\"}";
        return status(request("create", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String pathAndQuery, String token) {
        return HttpRequest.newBuilder(URI.create(address + BASE + pathAndQuery))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
