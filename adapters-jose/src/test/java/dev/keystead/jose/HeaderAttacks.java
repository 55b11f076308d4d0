package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;

import java.util.List;

/** Well-signed tokens whose header asks for what this server does not do. */
final class HeaderAttacks {
    private static final String UNENCODED = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"b64\":false%s}";

    private HeaderAttacks() {}

    static void addTo(Attacks attacks) {
        for (String crit : List.of(
                "[\"exp\"]",
                "[\"b64\"]",
                "[\"evil\"]",
                "[\"evil\",\"exp\"]",
                "[\"alg\"]",
                "[\"kid\",\"typ\"]",
                "[\"crit\"]",
                "[\"exp\",\"exp\"]",
                "[\"\"]",
                "[7]",
                "[]",
                "[[]]",
                "{}",
                "\"\"",
                "\"exp\"",
                "false",
                "0",
                "null")) {
            attacks.add("crit " + crit, aToken().header("crit", crit));
            attacks.add(
                    "crit " + crit + " and what it names",
                    aToken().header("exp", "9999999999")
                            .header("b64", "true")
                            .header("evil", "true")
                            .header("crit", crit));
        }
        addUnencoded(attacks);
        for (String type : List.of(
                "\"JOSE\"",
                "\"JWE\"",
                "\"JWT+evil\"",
                "\"application/jwt\"",
                "\"application/at+jwt\"",
                "\"at+jwt, JWT\"",
                "\"dpop+jwt\"",
                "\"logout+jwt\"",
                "\"id_token\"",
                "\"JWT \"",
                "\"JWT\\u0000\"",
                "\"\u0130WT\"",
                "\"at+\u0237wt\"",
                "\"\"",
                "null",
                "7",
                "true",
                "{}",
                "[\"JWT\"]")) {
            attacks.add("typ " + type, aToken().header("typ", type));
        }
    }

    /** The payload as it is and not in base64url (RFC 7797). */
    private static void addUnencoded(Attacks attacks) {
        for (String critical : List.of("", ",\"crit\":[\"b64\"]")) {
            TokenBuilder token = aToken().headerText(UNENCODED.formatted(critical));
            String header = token.signingInput().split("\\.", -1)[0];
            String json = aToken().payloadJson();
            String name = "b64 false" + (critical.isEmpty() ? "" : " and critical");
            attacks.add(name + ", the payload as it is", token.sign(header + '.' + json));
            attacks.add(
                    name + ", the payload without its dots", token.sign(header + '.' + json.replace(".", "\\u002e")));
            attacks.add(name + ", the payload detached", detached(token.sign(header + '.' + json)));
        }
        attacks.add(
                "b64 false and critical, the payload encoded",
                aToken().headerText(UNENCODED.formatted(",\"crit\":[\"b64\"]")));
        attacks.add("the payload detached", detached(aToken().build()));
    }

    private static String detached(String token) {
        return token.substring(0, token.indexOf('.')) + ".." + token.substring(token.lastIndexOf('.') + 1);
    }
}
