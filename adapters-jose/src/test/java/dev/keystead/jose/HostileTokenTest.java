package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokenTest {
    /** In characters that an error_description may hold (RFC 6750, 3). */
    private static final Pattern REFUSAL = Pattern.compile("the token is refused: [ !#-\\[\\]-~]+");

    private static final TokenVerifier VERIFIER =
            TestVerifiers.over(TestKeys.RSA, TestKeys.OTHER_RSA, TestKeys.P256, TestKeys.P384, TestKeys.P521);

    /** One test and not one for each, because mutation tests would make the table again for each. */
    @Test
    void refusesEveryHostileToken() {
        assertThat(HostileTokens.all()).hasSizeGreaterThan(1_000);
        assertThat(HostileTokens.all().stream().flatMap(HostileTokenTest::faults))
                .isEmpty();
    }

    @Test
    void fetchesNoKeyFromWhereATokenSays() throws IOException {
        try (KeyTrap trap = new KeyTrap()) {
            for (HostileToken hostile : HostileTokens.leadingTo(trap.address())) {
                assertThatThrownBy(() -> VERIFIER.verify(hostile.token()))
                        .as(hostile.name())
                        .isInstanceOf(InvalidTokenException.class);
            }

            assertThat(trap.visits()).isZero();
            assertThat(trap.address().toURL().openStream()).hasContent(TestKeys.jwks(KeyAttacks.FORGER));
            assertThat(trap.visits()).isOne();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptsIt(String name, String token) {
        assertThat(VERIFIER.verify(token).subject()).isEqualTo(new Subject("alice"));
    }

    static Stream<Arguments> acceptsIt() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("the one that the others differ from", HostileTokens.good());
        for (String algorithm : List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")) {
            tokens.put(algorithm, aToken().signedWith(algorithm, TestKeys.RSA).build());
        }
        tokens.put("ES256", aToken().signedWith("ES256", TestKeys.P256).build());
        tokens.put("ES384", aToken().signedWith("ES384", TestKeys.P384).build());
        tokens.put("ES512", aToken().signedWith("ES512", TestKeys.P521).build());
        tokens.put("no kid", aToken().withoutHeader("kid").build());
        tokens.put(
                "no kid, the second key",
                aToken().withoutHeader("kid").forgedWith(TestKeys.OTHER_RSA).build());
        for (String type : List.of("JWT", "jwt", "Jwt", "at+jwt", "AT+JWT")) {
            tokens.put("typ " + type, aToken().header("typ", '"' + type + '"').build());
        }
        tokens.put(
                "keys of its own beside a good signature",
                aToken().header("jwk", TestKeys.OTHER_P256.toPublicJWK().toJSONString())
                        .header("jku", "\"https://keys.example/\"")
                        .header("x5u", "\"https://keys.example/\"")
                        .header("x5c", "[\"AAAA\"]")
                        .build());
        tokens.put(
                "blanks in the JSON",
                aToken().headerText("{ \"kid\" : \"rsa-1\" ,\n \"alg\": \"RS256\" }")
                        .build());
        tokens.put("a claim typ", aToken().claim("typ", "\"Bearer\"").build());
        tokens.put(
                "b64 that is not critical, and so none of our business (RFC 7797, 6)",
                aToken().header("b64", "false").build());
        tokens.put("exactly 8 KiB", FormAttacks.ofLength(8 * 1024));
        return arguments(tokens);
    }

    /** What is wrong with how the token is refused. */
    private static Stream<String> faults(HostileToken hostile) {
        try {
            VERIFIER.verify(hostile.token());
            return Stream.of(hostile + ": accepted");
        } catch (InvalidTokenException refusal) {
            String message = String.valueOf(refusal.getMessage());
            boolean repeats = HostileTokens.UNSPEAKABLE.stream().anyMatch(message::contains);
            return REFUSAL.matcher(message).matches() && !repeats
                    ? Stream.empty()
                    : Stream.of(hostile + ": " + message);
        } catch (RuntimeException failure) {
            return Stream.of(hostile + ": fails with " + failure);
        }
    }

    private static Stream<Arguments> arguments(Map<String, String> tokens) {
        List<Arguments> rows = new ArrayList<>();
        tokens.forEach((name, token) -> rows.add(Arguments.of(name, token)));
        return rows.stream();
    }
}
