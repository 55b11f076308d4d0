package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;

import java.util.ArrayList;
import java.util.List;

/** Tokens of algorithms that do not exist here, and tokens signed by another algorithm than they say. */
final class AlgorithmAttacks {
    private static final List<String> RSA = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    private AlgorithmAttacks() {}

    static void addTo(Attacks attacks) {
        for (String none : spellingsOfNone()) {
            String input = aToken().header("alg", '"' + none + '"').signingInput();
            attacks.add("alg '" + none + "' without a signature", input + '.');
            attacks.add("alg '" + none + "' with a good signature", aToken().sign(input));
        }
        attacks.add(
                "alg 'none' without a kid",
                aToken().header("alg", "\"none\"").withoutHeader("kid").signingInput() + '.');
        for (String other : List.of(
                "EdDSA",
                "Ed25519",
                "ES256K",
                "ES521",
                "RS1",
                "rs256",
                "RS256 ",
                "RS-256",
                "RSASSA",
                "SHA256withRSA",
                "dir",
                "A256GCMKW",
                "RSA-OAEP-256",
                "PBES2-HS256+A128KW",
                "ML-DSA-65",
                "*")) {
            attacks.add("alg " + other, aToken().header("alg", '"' + other + '"'));
        }
        attacks.add("no alg", aToken().withoutHeader("alg"));
        for (String shape : List.of("null", "256", "true", "[\"RS256\"]", "{\"RS256\":true}")) {
            attacks.add("alg of the shape " + shape, aToken().header("alg", shape));
        }
        for (String said : RSA) {
            RSA.stream()
                    .filter(signed -> !signed.equals(said))
                    .forEach(signed -> attacks.add(said + " said, " + signed + " signed", swapped(said, signed)));
        }
    }

    /** The sixteen of upper and lower case, and what a comparison that folds, strips or shortens takes for one of them. */
    private static List<String> spellingsOfNone() {
        List<String> spellings = new ArrayList<>(List.of("", "none ", " none", "none\\u0000", "n\u043ene", "null"));
        for (int mask = 0; mask < 16; mask++) {
            StringBuilder spelling = new StringBuilder("none");
            for (int at = 0; at < 4; at++) {
                if ((mask >> at & 1) == 1) {
                    spelling.setCharAt(at, Character.toUpperCase(spelling.charAt(at)));
                }
            }
            spellings.add(spelling.toString());
        }
        return spellings;
    }

    private static String swapped(String said, String signed) {
        String input = aToken().header("alg", '"' + said + '"').signingInput();
        return aToken().header("alg", '"' + signed + '"').sign(input);
    }
}
