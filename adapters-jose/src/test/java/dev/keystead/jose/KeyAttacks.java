package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Base64;
import java.util.List;

/** Tokens signed by a key that is not trusted, and tokens that name another key than the one that signed them. */
final class KeyAttacks {
    /** The key that is not trusted. */
    static final ECKey FORGER = TestKeys.OTHER_P256;

    private KeyAttacks() {}

    static void addTo(Attacks attacks) {
        attacks.add("a forger's key under its own kid", forged());
        attacks.add("a forger's key without a kid", forged().withoutHeader("kid"));
        attacks.add("a forger's key under a known kid", forged().header("kid", "\"ec-256\""));
        attacks.add("another trusted key than it names", aToken().forgedWith(TestKeys.OTHER_RSA));
        attacks.add("the kid of a key of another type", aToken().header("kid", "\"ec-256\""));
        attacks.add(
                "the kid of a key on another curve",
                aToken().signedWith("ES384", TestKeys.P384).header("kid", "\"ec-256\""));
        addOwnKeys(attacks);
        for (String kid : List.of(
                "\"rsa-9\"",
                "\"RSA-1\"",
                "\"rsa-1 \"",
                "\" rsa-1\"",
                "\"rsa-1\\u0000\"",
                "\"rsa-1\\nevil\"",
                "\"rsa\u20101\"",
                "\"\"",
                "\"0\"",
                "\"*\"",
                "\"../../../../dev/null\"",
                "\"..\\\\..\\\\evil.pem\"",
                "\"/proc/self/environ\"",
                "\"file:///etc/passwd\"",
                "\"evil' OR '1'='1\"",
                "\"evil' UNION SELECT 'AAAA' --\"",
                "\"rsa-1'; DROP TABLE credential; --evil\"",
                "\"|touch evil\"",
                "\"$(touch evil)\"",
                "\"${jndi:ldap://127.0.0.1:1/evil}\"",
                "\"<evil/>\"",
                "\"%s%n%x evil\"",
                '"' + "evil".repeat(1_000) + '"',
                '"' + "k".repeat(8 * 1024) + '"',
                "7",
                "1e400",
                "true",
                "null",
                "{}",
                "{\"rsa-1\":true}",
                "[\"rsa-1\"]",
                "[]")) {
            attacks.add("kid " + abbreviated(kid), aToken().header("kid", kid));
        }
    }

    /** A key or a certificate in the token itself, which would make every forger's token good. */
    private static void addOwnKeys(Attacks attacks) {
        byte[] der = Certificates.selfSigned(FORGER);
        String jwk = FORGER.toPublicJWK().toJSONString();
        String chain = "[\"" + Base64.getEncoder().encodeToString(der) + "\"]";
        String thumbprint = '"' + Base64URL.encode(RawSignature.sha256(der)).toString() + '"';
        for (String kid : List.of("none", "ec-256-2", "ec-256", "rsa-1")) {
            attacks.add("its own jwk, kid " + kid, under(kid).header("jwk", jwk));
            attacks.add("its own private jwk, kid " + kid, under(kid).header("jwk", FORGER.toJSONString()));
            attacks.add("its own certificate, kid " + kid, under(kid).header("x5c", chain));
            attacks.add(
                    "its own certificate by thumbprint, kid " + kid,
                    under(kid).header("x5c", chain).header("x5t#S256", thumbprint));
        }
        String secret = CompactForm.encode(new byte[32]);
        attacks.add("its own symmetric jwk", forged().header("jwk", "{\"kty\":\"oct\",\"k\":\"" + secret + "\"}"));
        attacks.add("its own empty jwk", forged().header("jwk", "{}"));
    }

    private static TokenBuilder under(String kid) {
        return kid.equals("none") ? forged().withoutHeader("kid") : forged().header("kid", '"' + kid + '"');
    }

    static TokenBuilder forged() {
        return aToken().signedWith("ES256", FORGER);
    }

    private static String abbreviated(String text) {
        return text.length() > 60 ? text.substring(0, 8) + "… of " + text.length() : text;
    }
}
