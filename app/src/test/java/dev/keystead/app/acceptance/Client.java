package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests as a well-behaved client does. Immutable, safe for use by many threads. */
final class Client {
    static final String BASE = "/v1/organizations/credentials";

    private static final String STATUS_OF_HTTP_2 = ":status";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final List<String> headers;

    private Client(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** Without any token. */
    static Client of(int port) {
        return new Client(port, List.of());
    }

    Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with one more header on every request. */
    Client with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Client(port, more);
    }

    /** GETs an endpoint: its last path segment and query. */
    Reply get(String endpoint) {
        return send("GET", BASE + endpoint, BodyPublishers.noBody());
    }

    /** POSTs JSON to an endpoint: its last path segment and query. */
    Reply post(String endpoint, String json) {
        return post(endpoint, json.getBytes(UTF_8));
    }

    Reply post(String endpoint, byte[] json) {
        return with("Content-Type", "application/json").send("POST", BASE + endpoint, BodyPublishers.ofByteArray(json));
    }

    Reply send(String method, String target, BodyPublisher body) {
        Transport transport = Transport.current();
        HttpRequest.Builder request =
                transport.request(port, target).timeout(PATIENCE).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return reply(transport.client().send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.remove(STATUS_OF_HTTP_2);
        return new Reply(response.statusCode(), headers, new String(response.body(), UTF_8));
    }
}
