package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.TokenKeys;
import dev.keystead.jose.testing.KeyServer;
import dev.keystead.jose.testing.KeyServer.Behaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Token keys that come from a web server, which fails as web servers do. */
@ParameterizedClass(name = "{0}")
@EnumSource(StorageKind.class)
class PublishedKeysTest {
    private static final TokenSigner NEXT = new TokenSigner();
    private static final String NEXT_KEYS = NEXT.keySet().replace("\"kid\":\"", "\"kid\":\"next-");
    private static final int AT_ONCE = 60;

    @Parameter
    StorageKind kind;

    @TempDir
    Path folder;

    private final KeyServer keys = KeyServer.with(SIGNER.keySet());
    private final TestClock clock = new TestClock();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable opened : open) {
            opened.close();
        }
        keys.close();
    }

    @Test
    @DisplayName("H-122 a token under a new key is accepted at once")
    void fetchesTheKeysAgainForANewKeyId() {
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));
        assertThat(list(server, byNext()).status()).isEqualTo(401);

        keys.publish(NEXT_KEYS);

        assertThat(list(server, byNext()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-122 a key that left the set stops working within 60 seconds")
    void forgetsAKeyThatLeft() {
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));
        String token = SIGNER.sign(claims());
        assertThat(list(server, token).status()).isEqualTo(200);

        keys.publish(NEXT_KEYS);
        clock.advance(Duration.ofSeconds(60));

        assertThat(list(server, token).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("H-122 60 unknown key ids at once cause a few fetches")
    void fetchesAtALimitedRate() throws Exception {
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));

        List<Integer> statuses = atOnce(number -> list(server, bad(number)).status());

        assertThat(statuses).hasSize(AT_ONCE).containsOnly(401);
        assertThat(keys.fetches() - 1).isBetween(1, 5);
    }

    @Test
    @DisplayName("H-122 a key that must not be used is not, and the others are")
    void leavesOutKeysThatAreNotFit() {
        keys.publish(SIGNER.keySet().replace("\"kid\":\"P-384\",\"use\":\"sig\"", "\"kid\":\"P-384\",\"use\":\"enc\""));
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));
        String byUnfit = SIGNER.sign("ES384", "{\"alg\":\"ES384\",\"kid\":\"P-384\"}", claims().json());

        assertThat(list(server, byUnfit).status()).isEqualTo(401);
        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-123 the keys in use go on through an outage of 23 hours, and not beyond 24")
    void goesOnThroughAnOutage() {
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));
        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(200);
        keys.down();

        clock.advance(Duration.ofHours(23));

        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(200);
        assertThat(list(server, bad(1)).status()).isEqualTo(401);
        clock.advance(Duration.ofHours(1));
        unavailable(list(server, SIGNER.sign(claims())));
        keys.up();
        clock.advance(Duration.ofSeconds(60));
        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-123 a key server that fails in any other way is an outage too")
    void takesABadAnswerForAnOutage() {
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));
        for (Behaviour behaviour : List.of(
                Behaviour.CUT, Behaviour.FAIL_WITH_500, Behaviour.REDIRECT, Behaviour.GARBAGE, Behaviour.HUGE)) {
            keys.behave(behaviour);
            clock.advance(Duration.ofSeconds(60));

            assertThat(list(server, SIGNER.sign(claims())).status())
                    .as(behaviour.name())
                    .isEqualTo(200);
            assertThat(list(server, bad(1)).status()).as(behaviour.name()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("H-124 before the keys were ever loaded every token is 503, and afterwards it is judged")
    void answers503UntilThereAreKeys() {
        keys.behave(Behaviour.FAIL_WITH_500);
        TestServer server = serve(Claims.ISSUER, TokenKeys.at(keys.url()));

        unavailable(list(server, SIGNER.sign(claims())));
        unavailable(list(server, bad(1)));
        keys.behave(Behaviour.ANSWER);
        clock.advance(Duration.ofSeconds(60));

        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(200);
        assertThat(list(server, bad(1)).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("H-125 the keys are those that the issuer's discovery document names")
    void findsTheKeysOfTheIssuer() {
        TestServer server = serve(keys.issuer(), TokenKeys.ofIssuer(keys.issuer()));
        Claims byIssuer = claims().with("iss", "\"" + keys.issuer() + "\"");

        assertThat(list(server, SIGNER.sign(byIssuer)).status()).isEqualTo(200);
        assertThat(list(server, SIGNER.sign(claims())).status()).isEqualTo(401);
        assertThat(keys.discoveries()).isEqualTo(1);
        assertThat(keys.fetches()).isEqualTo(1);
    }

    @Test
    @DisplayName("H-125 the discovery document of another issuer is not believed")
    void believesNoOtherIssuer() {
        keys.publishDiscovery("{\"issuer\":\"https://other.test\",\"jwks_uri\":\"" + keys.url() + "\"}");
        TestServer server = serve(keys.issuer(), TokenKeys.ofIssuer(keys.issuer()));

        unavailable(list(server, SIGNER.sign(claims().with("iss", "\"" + keys.issuer() + "\""))));
        assertThat(keys.fetches()).isZero();
    }

    private TestServer serve(String issuer, TokenKeys place) {
        TokenVerifier verifier = TestServer.verifier(issuer, place, ClaimNames.DEFAULT, clock);
        TestServer server = TestServer.over(kind.open(folder), verifier);
        open.add(server);
        open.add((AutoCloseable) verifier);
        return server;
    }

    /** Valid while the clock is moved about. */
    private static Claims claims() {
        long later = TestClock.START.plus(Duration.ofDays(3)).getEpochSecond();
        return Claims.of("ada").in("acme", "viewer").with("exp", String.valueOf(later));
    }

    private static String byNext() {
        return NEXT.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"next-P-256\"}", claims().json());
    }

    private static String bad(int number) {
        return SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"bad-" + number + "\"}", claims().json());
    }

    private static Reply list(TestServer server, String token) {
        return Client.of(server.port()).bearing(token).get("/list?org_id=acme");
    }

    private static void unavailable(Reply reply) {
        ProblemReply.of(reply, 503, "unavailable").standsAlone();
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
    }

    private interface Call {
        int make(int number);
    }

    private static List<Integer> atOnce(Call call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> (Callable<Integer>) () -> call.make(number))
                    .toList();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : clients.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
