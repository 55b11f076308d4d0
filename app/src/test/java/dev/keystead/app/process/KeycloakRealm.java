package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Asks a realm of Keycloak for access tokens. Safe for use by many threads. */
final class KeycloakRealm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String secret;

    KeycloakRealm(Keycloak keycloak, String name) {
        this.endpoint = URI.create(keycloak.issuer(name) + "/protocol/openid-connect/token");
        this.secret = keycloak.secret();
    }

    /** A token of the client itself. */
    String tokenOf(String client) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** A token of the user, who gave the password to the client. */
    String tokenOf(String user, String client, String scope) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "password",
                "client_id", client,
                "client_secret", secret,
                "username", user,
                "password", secret,
                "scope", scope));
    }

    private String token(Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gives no token: " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).get("access_token").stringValue();
    }
}
