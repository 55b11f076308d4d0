package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in as a token, it is refused as a token: no other failure. Set the system property fuzz.seed to repeat a run. */
class TokenFuzzTest {
    private static final int ROUNDS = 1_500;
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "1e400",
            "-1e-400",
            "99999999999999999999",
            "\\u0000",
            "\\ud800",
            "é",
            "\"alg\"",
            "\"kid\"",
            "\"exp\":1e300",
            "\"crit\":[]",
            "\"aud\":{}",
            "\\",
            " ",
            "\u0000");

    private static final List<String> CHARACTERS =
            List.of("A", "_", "-", "=", ".", "..", "z", "9", " ", "\n", "+", "é", "\uDC00");

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TokenVerifier verifier = TestVerifiers.over(TestKeys.RSA, TestKeys.P256);

    @Test
    void refusesMutatedTokens() {
        String good = aToken().signedWith("ES256", TestKeys.P256).build();
        assertThat(verifier.verify(good)).isNotNull();

        for (int round = 0; round < ROUNDS; round++) {
            String mutant = mutate(good, CHARACTERS);
            if (!mutant.equals(good)) {
                assertRefused(mutant);
            }
        }
    }

    @Test
    void refusesNonsense() {
        for (int round = 0; round < ROUNDS; round++) {
            assertRefused(random.ints(random.nextInt(60), 0, 0x300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
    }

    @Test
    void survivesSignedNonsense() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            TokenBuilder token = aToken().signedWith("ES256", TestKeys.P256);
            String header = round % 2 == 0 ? token.headerJson() : mutate(token.headerJson(), SCRAPS);
            token.headerText(header).payloadText(mutate(token.claim("iat", 1).payloadJson(), SCRAPS));
            verifyOrRefuse(token.build());
        }
    }

    private String mutate(String text, List<String> scraps) {
        StringBuilder mutant = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int from = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), from + random.nextInt(4));
            mutant.replace(from, to, random.nextBoolean() ? "" : scraps.get(random.nextInt(scraps.size())));
        }
        return mutant.toString();
    }

    private void assertRefused(String token) {
        if (verifyOrRefuse(token)) {
            fail("accepted with seed %d: %s", seed, token);
        }
    }

    private boolean verifyOrRefuse(String token) {
        try {
            verifier.verify(token);
            return true;
        } catch (InvalidTokenException e) {
            return false;
        } catch (RuntimeException e) {
            return fail("fails with seed " + seed + ": " + token, e);
        }
    }
}
