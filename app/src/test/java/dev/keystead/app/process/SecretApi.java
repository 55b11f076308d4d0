package dev.keystead.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that have to do with secrets, at one server; whatever does not succeed throws. Safe for use by many threads. */
final class SecretApi {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final String SPECIFIC =
            "\"specific\":{\"tenant\":\"contoso.com\",\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",";

    private final String address;
    private final String token;

    SecretApi(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Creates a credential with the secret; its id. */
    String create(String name, String secret) throws IOException, InterruptedException {
        HttpResponse<String> created = post(
                "create",
                "\"type\":\"azure\",\"name\":\"" + name + "\"," + SPECIFIC + "\"key\":\"" + secret
                        + "\"},\"comments\":\"\"");
        return created.headers().firstValue("Credential-Id").orElseThrow();
    }

    /** Replaces the secret. */
    void update(String id, String secret) throws IOException, InterruptedException {
        post(
                "update",
                "\"credential_id\":\"" + id + "\",\"data\":{\"specific\":{\"key\":\"" + secret
                        + "\"}},\"reason\":\"\"");
    }

    /** Reads the secret. */
    String resolve(String id) throws IOException, InterruptedException {
        String body = post("resolve", "\"credential_id\":\"" + id + "\",\"purpose\":\"a look\"")
                .body();
        Matcher matcher = KEY.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no key in " + body);
        }
        return matcher.group(1);
    }

    private HttpResponse<String> post(String path, String members) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/organizations/credentials/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"org_id\":\"acme\"," + members + "}"))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
