package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRulesTest {
    private static final Instant NOW = ManualClock.START;
    private static final long SECOND = NOW.getEpochSecond();

    private final ClaimRules rules = new ClaimRules(TokenBuilder.ISSUER, TokenBuilder.AUDIENCE);

    @Test
    void acceptsGoodClaims() throws MalformedException {
        ClaimRules.Accepted accepted = check(aToken());

        assertThat(accepted.subject()).isEqualTo(new Subject("alice"));
        assertThat(accepted.refusedFrom()).isEqualTo(NOW.plusSeconds(300 + 60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"keystead\"",
                "[\"keystead\"]",
                "[\"other\",\"keystead\"]",
                "[\"keystead\",\"other\"]",
                "[\"keystead\",\"keystead\"]"
            })
    void acceptsTheAudience(String aud) throws MalformedException {
        assertThat(check(aToken().claim("aud", aud)).subject()).isEqualTo(new Subject("alice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"other\"", "\"\"", "\"Keystead\"", "\"keystead \"", "\"keystead,other\"", "\"xkeysteadx\"", "[]",
                "[\"other\"]", "[\"keysteadx\"]", "[[\"keystead\"]]", "[\"keystead\",7]", "[null,\"keystead\"]", "7",
                        "true",
                "null", "{}", "{\"keystead\":true}", "{\"aud\":\"keystead\"}"
            })
    void refusesAnotherAudience(String aud) {
        assertRefused(aToken().claim("aud", aud), "it is for another audience");
    }

    @Test
    void refusesNoAudience() {
        assertRefused(aToken().without("aud"), "it is for another audience");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://issuer.test/\"",
                "\"https://ISSUER.test\"",
                "\"https://issuer.tes\"",
                "\"\"",
                "null",
                "7",
                "[\"https://issuer.test\"]",
                "{}"
            })
    void refusesAnotherIssuer(String iss) {
        assertRefused(aToken().claim("iss", iss), "it is from another issuer");
    }

    @Test
    void refusesNoIssuer() {
        assertRefused(aToken().without("iss"), "it is from another issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-59.999", "-59", "0", "1", "300", "0.5"})
    void acceptsUntilAMinuteAfterExp(String offset) throws MalformedException {
        assertThat(check(aToken().claim("exp", after(offset))).refusedFrom())
                .isEqualTo(NOW.plusMillis((long) (Double.parseDouble(offset) * 1000) + 60_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-60", "-60.001", "-61", "-100000"})
    void refusesFromAMinuteAfterExp(String offset) {
        assertRefused(aToken().claim("exp", after(offset)), "it has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-253402300799", "1e-300", "1.5"})
    void refusesAnExpLongAgo(String exp) {
        assertRefused(aToken().claim("exp", exp), "it has expired");
    }

    @ParameterizedTest
    @CsvSource({"nbf,60", "nbf,0", "nbf,-1000000", "nbf,59.999", "iat,60", "iat,0", "iat,-1000000", "iat,60.0"})
    void acceptsABeginningUpToAMinuteAhead(String claim, String offset) throws MalformedException {
        assertThat(check(aToken().claim(claim, after(offset))).subject()).isEqualTo(new Subject("alice"));
    }

    @ParameterizedTest
    @CsvSource({"nbf,60.001", "nbf,61", "nbf,100000", "iat,60.001", "iat,61", "iat,100000"})
    void refusesABeginningMoreThanAMinuteAhead(String claim, String offset) {
        assertRefused(aToken().claim(claim, after(offset)), "it is not valid yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1767225900\"",
                "null",
                "true",
                "[1767225900]",
                "{}",
                "\"\"",
                "1767225900000",
                "1e300",
                "253402300800",
                "-253402300800"
            })
    void refusesTimesThatAreNone(String time) {
        assertRefused(aToken().claim("exp", time), "its exp is not a time in seconds");
        assertRefused(aToken().claim("nbf", time), "its nbf is not a time in seconds");
        assertRefused(aToken().claim("iat", time), "its iat is not a time in seconds");
    }

    @Test
    void refusesNoExp() {
        assertRefused(aToken().without("exp"), "its exp is not a time in seconds");
    }

    @Test
    void acceptsTheLastSecondOfTheYear9999() throws MalformedException {
        assertThat(check(aToken().claim("exp", "253402300799")).refusedFrom())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z").plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "auth0|5f7c8ec7", "Zoë", "日本"})
    void acceptsTheSubject(String sub) throws MalformedException {
        assertThat(check(aToken().claim("sub", '"' + sub + '"')).subject()).isEqualTo(new Subject(sub));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"a\\u0000\"", "\"a\\nb\"", "\"\\u0085\""})
    void refusesASubjectThatBreaksItsRule(String sub) {
        assertRefused(
                aToken().claim("sub", sub),
                "its sub must be 1 to 255 characters, not blank, without control characters or unpaired surrogates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "[\"alice\"]", "{}", "true"})
    void refusesASubjectThatIsNoString(String sub) {
        assertRefused(aToken().claim("sub", sub), "its member sub must be a string");
    }

    @Test
    void countsTheSubjectsCharacters() throws MalformedException {
        String longest = "s".repeat(255);

        assertThat(check(aToken().claim("sub", '"' + longest + '"')).subject()).isEqualTo(new Subject(longest));
        assertRefused(
                aToken().claim("sub", '"' + longest + "s\""),
                "its sub must be 1 to 255 characters, not blank, without control characters or unpaired surrogates");
        assertRefused(aToken().without("sub"), "its member sub must be a string");
    }

    private static String after(String seconds) {
        return new BigDecimal(SECOND).add(new BigDecimal(seconds)).toPlainString();
    }

    private ClaimRules.Accepted check(TokenBuilder token) throws MalformedException {
        return rules.check(StrictJson.object(token.payloadJson().getBytes(UTF_8)), NOW);
    }

    private void assertRefused(TokenBuilder token, String message) {
        assertThatThrownBy(() -> check(token))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
