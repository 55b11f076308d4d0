package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.jose.testing.KeyServer;
import dev.keystead.jose.testing.KeyServer.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that come from a real server on this machine. The clock stands still unless it is moved; the thread waits in real time. */
@Timeout(60)
class RemoteKeySourceTest {
    /** So slow that the thread does nothing by itself. */
    private static final RefreshPace BY_THE_CLOCK = paceOf(Duration.ofHours(1));

    /** So quick that the thread can be waited for. */
    private static final RefreshPace QUICK = paceOf(Duration.ofMillis(20));

    private final ManualClock clock = new ManualClock();
    private final KeyServer server = KeyServer.with(TestKeys.jwks(TestKeys.RSA));
    private final List<JwtVerifier> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(JwtVerifier::close);
        server.close();
    }

    @Test
    void isReadyOnceItIsStarted() {
        JwtVerifier verifier = start(BY_THE_CLOCK);

        assertThat(verifier.isReady()).isTrue();
        accepts(verifier, TestKeys.RSA);
        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void takesATokenUnderANewKeyAtOnce() {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.publish(TestKeys.jwks(TestKeys.RSA, TestKeys.P256));

        accepts(verifier, TestKeys.P256);
        accepts(verifier, TestKeys.RSA);

        assertThat(server.fetches()).isEqualTo(2);
    }

    @Test
    void takesManyTokensUnderANewKeyAtOnce() throws Exception {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.publish(TestKeys.jwks(TestKeys.RSA, TestKeys.P256));

        List<Boolean> accepted = atOnce(60, number -> {
            String token =
                    signedWith(TestKeys.P256).claim("sub", "\"" + number + "\"").build();
            return verifier.verify(token) != null;
        });

        assertThat(accepted).hasSize(60).containsOnly(true);
        assertThat(server.fetches()).isLessThanOrEqualTo(3);
    }

    @Test
    void asksAgainIfAFetchThatRanHadBegunBeforeTheKeyWasPublished() throws InterruptedException {
        JwtVerifier verifier = start(QUICK);
        server.behave(Behaviour.ANSWER_LATE);
        clock.advance(QUICK.refresh());
        await(() -> server.fetches() == 2);
        server.publish(TestKeys.jwks(TestKeys.RSA, TestKeys.P256));

        accepts(verifier, TestKeys.P256);

        assertThat(server.fetches()).isEqualTo(3);
    }

    @Test
    void refusesTheTokensOfAKeyThatLeftWithin60Seconds() {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        String token = signedWith(TestKeys.RSA).build();
        verifier.verify(token);
        server.publish(TestKeys.jwks(TestKeys.P256));

        clock.advance(RefreshPace.DEFAULT.stale());

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
        assertThat(RefreshPace.DEFAULT.stale().plus(RefreshPace.DEFAULT.patience()))
                .isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void refreshesAheadOfTimeInTheBackground() throws InterruptedException {
        JwtVerifier verifier = start(QUICK);
        server.publish(TestKeys.jwks(TestKeys.P256));

        clock.advance(QUICK.refresh().minusMillis(1));
        Thread.sleep(200);
        assertThat(server.fetches()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        await(() -> server.fetches() == 2);

        await(() -> refuses(verifier, TestKeys.RSA));
    }

    @Test
    void fetchesLittleForManyBadKeyIdsAtOnce() throws Exception {
        JwtVerifier verifier = start(BY_THE_CLOCK);

        List<Boolean> refused = atOnce(60, number -> refuses(verifier, bad(number)));

        assertThat(refused).hasSize(60).containsOnly(true);
        assertThat(server.fetches() - 1).isBetween(1, 2);
    }

    @Test
    void makesFewWaitForAKeyServerThatIsSlow() throws Exception {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.behave(Behaviour.HANG);
        Duration most = RefreshPace.DEFAULT.patience().plusSeconds(1);

        List<Boolean> quick = atOnce(100, number -> {
            long before = System.nanoTime();
            assertThat(refuses(verifier, bad(number))).isTrue();
            Duration taken = Duration.ofNanos(System.nanoTime() - before);
            assertThat(taken).isLessThan(most);
            return taken.compareTo(RefreshPace.DEFAULT.patience().dividedBy(2)) < 0;
        });

        assertThat(quick.stream().filter(answered -> answered)).hasSizeGreaterThanOrEqualTo(36);
        accepts(verifier, TestKeys.RSA);
    }

    @Test
    void fetchesForBadKeyIdsAtALimitedRate() {
        JwtVerifier verifier = start(BY_THE_CLOCK);

        for (int second = 0; second < 40; second++) {
            assertThat(refuses(verifier, bad(second))).isTrue();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(server.fetches() - 1).isBetween(8, 10);
    }

    @Test
    void fetchesNothingForForgedTokensOfKnownKeysAndForTokensThatNameNone() {
        JwtVerifier verifier = start(BY_THE_CLOCK);

        assertThat(refuses(
                        verifier,
                        signedWith(TestKeys.RSA).forgedWith(TestKeys.OTHER_RSA).build()))
                .isTrue();
        assertThat(refuses(
                        verifier,
                        signedWith(TestKeys.OTHER_RSA).withoutHeader("kid").build()))
                .isTrue();

        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void goesOnThroughAnOutageForADay() {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.down();

        clock.advance(Duration.ofHours(23));
        accepts(verifier, TestKeys.RSA);
        assertThat(refuses(verifier, bad(1))).isTrue();
        assertThat(verifier.isReady()).isTrue();
        clock.advance(Duration.ofHours(1));

        assertThat(verifier.isReady()).isFalse();
        assertThatThrownBy(() -> verifier.verify(signedWith(TestKeys.RSA).build()))
                .isInstanceOf(UnavailableException.class);
        server.up();
        clock.advance(RefreshPace.DEFAULT.stale());
        accepts(verifier, TestKeys.RSA);
        assertThat(verifier.isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER", "ANSWER_LATE"})
    void takesEveryBadAnswerForAnOutage(Behaviour behaviour) throws InterruptedException {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        try (LogCapture log = new LogCapture(PublishedKeys.class)) {
            server.behave(behaviour);
            clock.advance(RefreshPace.DEFAULT.stale());
            accepts(verifier, TestKeys.RSA);
            await(() -> log.lines().size() == 1);

            server.behave(Behaviour.ANSWER);
            clock.advance(RefreshPace.DEFAULT.stale());
            accepts(verifier, TestKeys.RSA);

            assertThat(log.lines())
                    .satisfiesExactly(
                            begin -> assertThat(begin).contains("out of reach: "),
                            end -> assertThat(end).contains("in reach again"));
        }
    }

    @Test
    void fetchesNothingForBadKeyIdsInAnOutage() {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.behave(Behaviour.FAIL_WITH_500);
        assertThat(refuses(verifier, bad(0))).isTrue();

        for (int number = 1; number < 10; number++) {
            assertThat(refuses(verifier, bad(number))).isTrue();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(server.fetches() - 1).isEqualTo(1);
    }

    @Test
    void startsWithoutItsKeysAndIsReadyWhenTheyCome() throws InterruptedException {
        server.down();
        JwtVerifier verifier = start(QUICK);
        assertThat(verifier.isReady()).isFalse();
        assertThatThrownBy(() -> verifier.verify("anything")).isInstanceOf(UnavailableException.class);

        server.up();

        await(verifier::isReady);
        accepts(verifier, TestKeys.RSA);
    }

    @Test
    void startsWithinSecondsAndRefusesWithinSecondsWhileTheServerHangs() {
        server.behave(Behaviour.HANG);
        Instant begin = Instant.now();

        JwtVerifier verifier = start(BY_THE_CLOCK);
        assertThatThrownBy(() -> verifier.verify("anything")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> verifier.verify("anything")).isInstanceOf(UnavailableException.class);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void keepsNoRequestWaitingForAFetchThatHangs() throws InterruptedException {
        JwtVerifier verifier = start(QUICK);
        server.behave(Behaviour.HANG);
        clock.advance(QUICK.refresh());
        await(() -> server.fetches() == 2);

        Instant begin = Instant.now();
        for (int number = 0; number < 20; number++) {
            accepts(verifier, TestKeys.RSA);
        }

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void looksAgainAtOnceWhenTheClockWasSetBack() {
        JwtVerifier verifier = start(BY_THE_CLOCK);
        server.publish(TestKeys.jwks(TestKeys.P256));

        clock.advance(Duration.ofSeconds(-1));

        assertThat(refuses(verifier, signedWith(TestKeys.RSA).build())).isTrue();
    }

    @Test
    void endsItsThreadWhenItIsClosed() throws InterruptedException {
        JwtVerifier verifier = start(QUICK);
        server.behave(Behaviour.HANG);
        clock.advance(QUICK.refresh());
        await(() -> server.fetches() == 2);

        try (LogCapture log = new LogCapture(PublishedKeys.class)) {
            verifier.close();

            await(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("token-keys")));
            assertThat(log.lines()).isEmpty();
        }
        assertThat(refuses(verifier, bad(1))).isTrue();
    }

    private static RefreshPace paceOf(Duration tick) {
        RefreshPace usual = RefreshPace.DEFAULT;
        return new RefreshPace(tick, usual.refresh(), usual.stale(), usual.outage(), usual.lookup(), usual.patience());
    }

    private JwtVerifier start(RefreshPace pace) {
        TokenConfig config = new TokenConfig(
                TokenBuilder.ISSUER, TokenBuilder.AUDIENCE, TokenKeys.at(server.url()), ClaimNames.DEFAULT);
        JwtVerifier verifier = Jose.tokenVerifier(config, clock, pace);
        started.add(verifier);
        return verifier;
    }

    /** A token that does not expire while the clock is moved about. */
    private static TokenBuilder signedWith(JWK key) {
        return aToken().signedWith(key.getKeyType().getValue().equals("RSA") ? "RS256" : "ES256", key)
                .claim("exp", ManualClock.START.plus(Duration.ofDays(3)).getEpochSecond());
    }

    private static String bad(int number) {
        return signedWith(TestKeys.RSA).header("kid", "\"bad-" + number + "\"").build();
    }

    private static void accepts(JwtVerifier verifier, JWK key) {
        assertThatCode(() -> verifier.verify(signedWith(key).build())).doesNotThrowAnyException();
    }

    private static boolean refuses(JwtVerifier verifier, JWK key) {
        return refuses(verifier, signedWith(key).build());
    }

    private static boolean refuses(JwtVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (InvalidTokenException e) {
            return true;
        }
    }

    private static void await(Callable<Boolean> condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (!holds(condition) && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(holds(condition)).isTrue();
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Attempt {
        boolean make(int number);
    }

    private static List<Boolean> atOnce(int count, Attempt attempt) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, count)
                    .mapToObj(number -> (Callable<Boolean>) () -> attempt.make(number))
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : clients.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
