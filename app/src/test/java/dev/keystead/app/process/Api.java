package dev.keystead.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The wire contract, seen by a client of one server. Safe for use by many threads. */
final class Api {
    private static final String BASE = "/v1/organizations/credentials/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Api(ServerProcess server) {
        this.address = server.address();
        this.token = server.token();
    }

    /** Creates a credential; the id that the success answer names. */
    String create(String name) throws IOException, InterruptedException {
        return idIn(requireSuccess(send(creation(name))));
    }

    /** Asks for a credential under an idempotency key, and returns whatever the answer is. */
    HttpResponse<String> create(String name, String key) throws IOException, InterruptedException {
        return send(creation(name).header("Idempotency-Key", key));
    }

    /** The id that a success answer to a creation names. */
    static String idIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("Credential-Id").orElseThrow();
    }

    /** The ids of all credentials. */
    Set<String> list() throws IOException, InterruptedException {
        return new HashSet<>(idsInOrder());
    }

    /** The ids of all credentials, as they are listed. */
    List<String> idsInOrder() throws IOException, InterruptedException {
        return valuesIn(get("list?org_id=acme"), "id");
    }

    /** The names of all credentials, as often as they occur. */
    List<String> names() throws IOException, InterruptedException {
        return valuesIn(get("list?org_id=acme"), "name");
    }

    /** The ids of the credentials of which the history has an entry. */
    Set<String> idsInHistory() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String page = get("history?org_id=acme&limit=1000"
                    + cursor.filter(text -> !text.isEmpty())
                            .map(text -> "&cursor=" + text)
                            .orElse(""));
            ids.addAll(valuesIn(page, "credential_id"));
            cursor = valuesIn(page, "next_cursor").stream().findFirst();
        }
        return ids;
    }

    private String get(String pathAndQuery) throws IOException, InterruptedException {
        return requireSuccess(send(request(pathAndQuery).GET())).body();
    }

    private HttpRequest.Builder creation(String name) {
        String body = "{\"org_id\":\"acme\",\"type\":\"gcp\",\"name\":\"" + name
                + "\",\"specific\":{\"project\":\"keystead-test\"},\"comments\":\"\"}";
        return request("create")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address + BASE + pathAndQuery))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> requireSuccess(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static List<String> valuesIn(String json, String member) {
        return Pattern.compile("\"" + member + "\":\"([^\"]+)\"")
                .matcher(json)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
