package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** A real server over the storage in memory; every token is admin and agent in the organisation of its name. */
final class TestServer implements AutoCloseable {
    private static final String BASE = "/v1/organizations/credentials/";
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpAdapter server;

    TestServer(CredentialRepository repository, HttpLimits limits, Timeouts timeouts) {
        server = HttpAdapter.start(
                HttpConfig.loopback(0).with(limits), timeouts, useCases(repository), tokens(), Clock.systemUTC());
    }

    static UseCases useCases(CredentialRepository repository) {
        return Keystead.builder()
                .repository(repository)
                .sealer(new TestSealer())
                .build()
                .useCases();
    }

    static TokenVerifier tokens() {
        return token -> new Identity(
                new Subject("tester"), Grants.of(Map.of(new OrgId(token), Set.of(Role.ADMIN, Role.AGENT))));
    }

    TestServer(CredentialRepository repository) {
        this(repository, HttpLimits.DEFAULT, Timeouts.DEFAULT);
    }

    TestServer() {
        this(new InMemoryStorage().repository());
    }

    HttpResponse<String> get(String endpointAndQuery) {
        return send(request(endpointAndQuery).GET());
    }

    HttpResponse<String> post(String endpoint, String body, String... headers) {
        HttpRequest.Builder request = request(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends the bytes as they are and returns all that comes back until the server closes. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError("the server did not answer", e);
        }
    }

    int port() {
        return server.port();
    }

    private HttpRequest.Builder request(String endpoint) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + BASE + endpoint))
                .header("Authorization", "Bearer acme");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Seals by writing backwards: enough to tell sealed from clear. */
    private static final class TestSealer implements SecretSealer {
        @Override
        public SealedSecret seal(Secret secret, SecretBinding binding) {
            return new SealedSecret(
                    "test", new StringBuilder(secret.reveal()).reverse().toString());
        }

        @Override
        public Secret open(SealedSecret sealed, SecretBinding binding) {
            return Secret.of(new StringBuilder(sealed.value()).reverse().toString());
        }

        @Override
        public Fingerprint fingerprint(byte[] request) {
            return new Fingerprint("test", Base64.getEncoder().encodeToString(request));
        }

        @Override
        public boolean matches(Fingerprint fingerprint, byte[] request) {
            return Arrays.equals(Base64.getDecoder().decode(fingerprint.value()), request);
        }
    }
}
