package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String SHARED = "{\"kty\":\"oct\",\"kid\":\"shared\",\"k\":\"SECRETSECRET\"}";

    private final ManualClock clock = new ManualClock();
    private final LogCapture log = new LogCapture(PublishedKeys.class);
    private final Publication publication = new Publication();
    private final PublishedKeys published = new PublishedKeys(publication, clock, DAY);

    @AfterEach
    void stopCapture() {
        log.close();
    }

    @Test
    void hasNoKeysBeforeTheyWereLoaded() {
        assertThat(keys()).isEmpty();
        assertThat(published.isOlderThan(DAY, clock.instant())).isTrue();
    }

    @Test
    void keepsTheVeryObjectWhileTheContentIsTheSame() {
        publication.text = TestKeys.jwks(TestKeys.RSA);
        published.load();
        VerificationKeys first = keys().orElseThrow();

        for (int load = 0; load < 3; load++) {
            clock.advance(Duration.ofHours(20));
            published.load();
            assertThat(keys()).containsSame(first);
        }

        assertThat(log.lines()).containsExactly("INFO token keys loaded from https://id.example/keys: 1");
    }

    @Test
    void takesAnotherContent() {
        publish(TestKeys.RSA);

        publish(TestKeys.P256, TestKeys.P384);

        assertThat(keys()).hasValueSatisfying(keys -> {
            assertThat(keys.knows("ec-256")).isTrue();
            assertThat(keys.knows("rsa-1")).isFalse();
        });
        assertThat(log.lines())
                .containsExactly(
                        "INFO token keys loaded from https://id.example/keys: 1",
                        "INFO token keys loaded from https://id.example/keys: 2");
    }

    @Test
    void namesRefusedKeysOncePerContentAndUsesTheOthers() {
        publication.text = TestKeys.set(SHARED, TestKeys.P256.toPublicJWK().toJSONString());

        published.load();
        published.load();

        assertThat(keys())
                .hasValueSatisfying(keys -> assertThat(keys.knows("ec-256")).isTrue());
        assertThat(log.lines())
                .containsExactly(
                        "INFO token keys loaded from https://id.example/keys: 1",
                        "WARN of the token keys at https://id.example/keys, key \"shared\" is refused: it is symmetric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[" + SHARED + "]}"})
    void takesABrokenOrEmptySetForAnOutage(String text) {
        publish(TestKeys.RSA);
        VerificationKeys before = keys().orElseThrow();
        publication.text = text;

        published.load();
        published.load();

        assertThat(keys()).containsSame(before);
        assertThat(published.isOutage()).isTrue();
        assertThat(log.lines()).hasSize(2).last().asString().doesNotContain("SECRET");
    }

    @Test
    void tellsTheBeginAndTheEndOfAnOutageOnce() {
        publish(TestKeys.RSA);
        VerificationKeys before = keys().orElseThrow();

        publication.failure = "there is no connection";
        published.load();
        published.load();
        assertThat(published.isOutage()).isTrue();
        publication.failure = "";
        published.load();
        published.load();

        assertThat(published.isOutage()).isFalse();
        assertThat(keys()).containsSame(before);
        assertThat(log.lines())
                .containsExactly(
                        "INFO token keys loaded from https://id.example/keys: 1",
                        "ERROR the token keys at https://id.example/keys are out of reach: there is no connection;"
                                + " those in use stay until 2026-01-02T00:00:00Z",
                        "INFO the token keys at https://id.example/keys are in reach again");
    }

    @Test
    void tellsThatThereAreNoneYet() {
        publication.failure = "there is no connection";

        published.load();

        assertThat(keys()).isEmpty();
        assertThat(log.lines())
                .containsExactly("ERROR the token keys at https://id.example/keys are out of reach: there is no"
                        + " connection; tokens cannot be verified until they are");
    }

    @Test
    void usesThemForADaySinceTheyWereLastLoaded() {
        publish(TestKeys.RSA);
        clock.advance(Duration.ofHours(10));
        published.load();
        publication.failure = "there is no connection";

        clock.advance(DAY.minusMillis(1));
        published.load();
        assertThat(keys()).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(keys()).isEmpty();

        publication.failure = "";
        published.load();
        assertThat(keys()).isPresent();
    }

    @Test
    void isAnOutageWhateverFails() {
        publication.broken = true;

        published.load();

        assertThat(published.isOutage()).isTrue();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("planted");
    }

    @Test
    void isOldWhenNoAttemptEndedLatelyAndWhenTheClockWasSetBack() {
        publication.failure = "there is no connection";
        published.load();

        assertThat(published.isOlderThan(DAY, clock.instant().plus(DAY).minusMillis(1)))
                .isFalse();
        assertThat(published.isOlderThan(DAY, clock.instant().plus(DAY))).isTrue();
        assertThat(published.isOlderThan(DAY, clock.instant().minusMillis(1))).isTrue();
    }

    private Optional<VerificationKeys> keys() {
        return published.at(clock.instant());
    }

    private void publish(JWK... keys) {
        publication.text = TestKeys.jwks(keys);
        published.load();
    }

    private static final class Publication implements KeyPublication {
        private String text = "";
        private String failure = "";
        private boolean broken;

        @Override
        public WebDocument fetch() throws FetchException {
            if (broken) {
                throw new IllegalStateException("planted");
            }
            if (!failure.isEmpty()) {
                throw new FetchException(failure);
            }
            return new WebDocument(text.getBytes(UTF_8), Optional.empty());
        }

        @Override
        public String toString() {
            return "https://id.example/keys";
        }
    }
}
