package dev.keystead.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A client that sends secrets to every endpoint that takes one, in right and in wrong requests. */
final class PlantingClient {
    private static final String CLIENT_ID = "6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private String id = "";

    PlantingClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** The same client, which remembers what it planted, before another server. */
    PlantingClient at(String otherAddress) {
        PlantingClient other = new PlantingClient(otherAddress, token);
        other.id = id;
        return other;
    }

    /** Creates, updates, describes and errs; all answers with their headers. */
    List<String> plant(String secret, String replacement) {
        List<String> answers = new ArrayList<>();
        String create =
                "{\"org_id\":\"acme\",\"type\":\"azure\",\"name\":\"one\",\"specific\":{\"tenant\":\"contoso.com\","
                        + "\"clientId\":\"" + CLIENT_ID + "\",\"key\":\"" + secret + "\"},\"comments\":\"\"}";
        answers.add(post("create", create));
        id = get("list?org_id=acme").replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        String update = "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"data\":{\"specific\":{\"key\":\""
                + replacement + "\"}},\"reason\":\"rotation\"}";
        answers.add(post("update", update));
        answers.add(get("list?org_id=acme"));
        answers.add(get("describe?org_id=acme&credential_id=" + id));
        answers.add(get("history?org_id=acme"));
        answers.add(post("create", create.replace("\"type\":\"azure\"", "\"type\":\"aws\"")));
        answers.add(post("create", create.replace("\"key\":", "\"kye\":")));
        answers.add(post("create", create.replace(secret, secret + " with a blank")));
        answers.add(post("create", create.replace("\"" + secret + "\"", "[\"" + secret + "\"]")));
        answers.add(post("create", create.replace("\"acme\"", "\"globex\"")));
        answers.add(post("create", create.substring(0, create.length() - 1)));
        answers.add(post("update", update.replace(id, "no-such-credential")));
        answers.add(get("list?org_id=acme&cursor=" + secret));
        return answers;
    }

    /** Resolves what was planted. */
    String resolve() {
        return post("resolve", "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"purpose\":\"a look\"}");
    }

    private String get(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    private String post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "return=representation")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address + "/v1/organizations/credentials/" + pathAndQuery))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.headers().map() + "\n" + answer.body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
