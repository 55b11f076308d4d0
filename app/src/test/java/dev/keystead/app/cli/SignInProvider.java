package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An identity provider that signs everybody in as the same person, and is strict with clients: code flow with PKCE (RFC 7636) and no
 * other, each code good once. Other servers' pages may ask it (CORS).
 */
final class SignInProvider implements AutoCloseable {
    private static final String CLIENT = "console";

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final TokenIssuer tokens;
    private final String keys;

    /** Starts one that signs with the development key of the folder. */
    SignInProvider(Path keysFolder) throws IOException {
        tokens = TokenIssuer.read(keysFolder.resolve("token-signing-key.json"));
        keys = Files.readString(keysFolder.resolve("token-public-keys.json"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** For the one person whom it knows. */
    String accessToken() {
        return tokens.issue(new TokenRequest(
                issuer(),
                "keystead",
                new Subject("ada"),
                Map.of(new OrgId("acme"), Set.of(Role.ADMIN)),
                Duration.ofMinutes(5)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                send(
                        exchange,
                        200,
                        "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer()
                                + "/keys\",\"authorization_endpoint\":\"" + issuer()
                                + "/authorize\",\"token_endpoint\":\"" + issuer()
                                + "/token\"}");
            case "/keys" -> send(exchange, 200, keys);
            case "/authorize" ->
                authorize(exchange, form(exchange.getRequestURI().getRawQuery()));
            case "/token" ->
                token(exchange, form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            default -> send(exchange, 404, "{}");
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean right = "code".equals(asked.get("response_type"))
                && CLIENT.equals(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.keySet().containsAll(Set.of("state", "nonce", "code_challenge", "redirect_uri"));
        if (!right) {
            send(exchange, 400, "{}");
            return;
        }
        String code = "code" + codes.size();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        send(exchange, 302, "");
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Map<String, String> begun = codes.remove(asked.getOrDefault("code", ""));
        boolean right = begun != null
                && "authorization_code".equals(asked.get("grant_type"))
                && begun.get("redirect_uri").equals(asked.get("redirect_uri"))
                && begun.get("code_challenge").equals(challengeOf(asked.getOrDefault("code_verifier", "")));
        if (!right) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String claims =
                "{\"iss\":\"" + issuer() + "\",\"aud\":\"" + CLIENT + "\",\"nonce\":\"" + begun.get("nonce") + "\"}";
        String id = "e30." + base64url(claims.getBytes(UTF_8)) + ".AA";
        send(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"" + accessToken() + "\",\"id_token\":\"" + id + "\"}");
    }

    private static String challengeOf(String verifier) {
        try {
            return base64url(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
