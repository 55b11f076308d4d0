package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Well-signed tokens whose registered claims (RFC 7519, 4.1) are missing, of another shape, or say something else. */
final class ClaimAttacks {
    private static final long NOW = ManualClock.START.getEpochSecond();
    private static final List<String> NO_TIMES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\"" + (NOW - 10) + '"',
            "[" + (NOW - 10) + "]",
            "1e300",
            "-1e300",
            "1e308",
            "1e400",
            "1e999999999",
            "9".repeat(5_000),
            NOW + "000",
            "253402300800",
            "NaN",
            "\"NaN\"",
            "Infinity");
    private static final Map<String, List<String>> VALUES = Map.of(
            "exp",
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "-0.0",
                    "1e-400",
                    "1e-999999999",
                    "-1e10",
                    "-" + NOW,
                    String.valueOf(NOW - 61),
                    NOW - 60 + ".0",
                    "0." + "0".repeat(3_000) + "1"),
            "nbf",
            List.of(String.valueOf(NOW + 61), NOW + 60 + ".001", "253402300799"),
            "iat",
            List.of(String.valueOf(NOW + 61), NOW + 60 + ".001", "253402300799"),
            "iss",
            List.of(
                    "null",
                    "7",
                    "true",
                    "{}",
                    "[]",
                    "\"\"",
                    "\"evil\"",
                    "\"https://issuer.test/\"",
                    "\"https://issuer.test \"",
                    "\"https://ISSUER.test\"",
                    "\"http://issuer.test\"",
                    "\"https://issuer.tes\"",
                    "\"https://issuer.test.evil\"",
                    "\"https://evil@issuer.test\"",
                    "\"https://issuer.test\\u0000\"",
                    "[\"https://issuer.test\"]"),
            "aud",
            List.of(
                    "null",
                    "7",
                    "true",
                    "{}",
                    "[]",
                    "\"\"",
                    "[\"\"]",
                    "\"evil\"",
                    "\"Keystead\"",
                    "\"keystead \"",
                    "\"keystead evil\"",
                    "\"keystead,evil\"",
                    "\"keystead\\u0000\"",
                    "\"https://keystead\"",
                    "[\"evil\"]",
                    "[null]",
                    "[[\"keystead\"]]",
                    "[\"keystead\",7]",
                    "[\"keystead\",null]",
                    "{\"keystead\":true}",
                    "[{\"keystead\":true}]"),
            "sub",
            List.of(
                    "null",
                    "7",
                    "true",
                    "{}",
                    "[]",
                    "[\"alice\"]",
                    "\"\"",
                    "\" \"",
                    "\"\\t\"",
                    "\"\\u2003\"",
                    "\"evil\\u0000\"",
                    "\"evil\\nalice\"",
                    "\"evil\\u007f\"",
                    "\"evil\\u0085\"",
                    "\"" + "s".repeat(256) + '"',
                    "\"" + "\ud83d\ude00".repeat(256) + '"'));

    private ClaimAttacks() {}

    static void addTo(Attacks attacks) {
        for (String claim : List.of("iss", "aud", "exp", "sub")) {
            attacks.add("no " + claim, aToken().without(claim));
            attacks.add(claim + " in upper case", aToken().without(claim).claim(claim.toUpperCase(Locale.ROOT), "7"));
        }
        VALUES.forEach((claim, values) -> add(attacks, claim, values));
        for (String claim : List.of("exp", "nbf", "iat")) {
            add(attacks, claim, NO_TIMES);
        }
        attacks.add("no claims", aToken().payloadText("{}"));
    }

    private static void add(Attacks attacks, String claim, List<String> values) {
        for (String value : values) {
            String name = value.length() > 60 ? value.substring(0, 8) + "… of " + value.length() : value;
            attacks.add(claim + " " + name, aToken().claim(claim, value));
        }
    }
}
