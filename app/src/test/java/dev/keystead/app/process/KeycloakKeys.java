package dev.keystead.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The keys with which a realm of Keycloak signs, by its admin REST API. */
final class KeycloakKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "org.keycloak.keys.KeyProvider";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Keycloak keycloak;
    private final KeycloakRealm administrators;
    private final String realm;

    KeycloakKeys(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.administrators = new KeycloakRealm(keycloak, "master");
        this.realm = realm;
    }

    /** Makes a new RSA key, which signs from now on if no other has a higher priority. */
    void add(String name, int priority) throws IOException, InterruptedException {
        ObjectNode key = JSON.createObjectNode()
                .put("name", name)
                .put("providerId", "rsa-generated")
                .put("providerType", TYPE);
        key.putObject("config").putArray("priority").add(Integer.toString(priority));
        send("components", "POST", key);
    }

    /** Takes the key of this name out of use, and out of the key set. */
    void disable(String name) throws IOException, InterruptedException {
        ObjectNode key = (ObjectNode) send("components?type=" + TYPE + "&name=" + name, "GET", JSON.nullNode())
                .get(0);
        ((ObjectNode) key.get("config")).putArray("enabled").add("false");
        send("components/" + key.get("id").stringValue(), "PUT", key);
    }

    private JsonNode send(String path, String method, JsonNode body) throws IOException, InterruptedException {
        URI resource = keycloak.admin(realm + "/" + path);
        HttpRequest request = HttpRequest.newBuilder(resource)
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + administrators.tokenOf(Keycloak.ADMINISTRATOR, "admin-cli", "openid"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("Keycloak answers with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
