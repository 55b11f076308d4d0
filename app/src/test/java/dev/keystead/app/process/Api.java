package dev.keystead.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire contract, seen by a client of one server. Safe for use by many threads. */
final class Api {
    private static final String BASE = "/v1/organizations/credentials/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerProcess server;

    Api(ServerProcess server) {
        this.server = server;
    }

    /** Creates a credential; the id that the success answer names. */
    String create(String name) throws IOException, InterruptedException {
        String body = "{\"org_id\":\"acme\",\"type\":\"gcp\",\"name\":\"" + name
                + "\",\"specific\":{\"project\":\"keystead-test\"},\"comments\":\"\"}";
        HttpResponse<String> answer = send(request("create")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.headers().firstValue("Credential-Id").orElseThrow();
    }

    /** The ids of all credentials. */
    Set<String> list() throws IOException, InterruptedException {
        return idsIn(get("list?org_id=acme"), "id");
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
            ids.addAll(idsIn(page, "credential_id"));
            cursor = idsIn(page, "next_cursor").stream().findFirst();
        }
        return ids;
    }

    private String get(String pathAndQuery) throws IOException, InterruptedException {
        return send(request(pathAndQuery).GET()).body();
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(server.address() + BASE + pathAndQuery))
                .header("Authorization", "Bearer " + server.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static Set<String> idsIn(String json, String member) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(json);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
