package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with an HMAC under a public key: good for a verifier that lets the token choose what its key is used for. */
final class ConfusionAttacks {
    private ConfusionAttacks() {}

    static void addTo(Attacks attacks) {
        addTo(attacks, "RSA", TestKeys.RSA, PublicKeyForms.of(TestKeys.RSA));
        addTo(attacks, "EC", TestKeys.P256, PublicKeyForms.of(TestKeys.P256));
        byte[] zero = {0};
        byte[] modulus = TestKeys.RSA.getModulus().decode();
        attacks.add("HS256 under an empty key", signed("HS256", "HmacSHA256", TestKeys.RSA, zero));
        attacks.add("RS256 said, HMAC under the public key", signed("RS256", "HmacSHA256", TestKeys.RSA, modulus));
    }

    private static void addTo(Attacks attacks, String type, JWK key, Map<String, byte[]> forms) {
        forms.forEach((form, secret) -> {
            for (String bits : new String[] {"256", "384", "512"}) {
                attacks.add(
                        "HS" + bits + " under the public " + type + " key as " + form,
                        signed("HS" + bits, "HmacSHA" + bits, key, secret));
            }
        });
    }

    private static String signed(String alg, String hmac, JWK key, byte[] secret) {
        String input = aToken().signedWith(alg, key).signingInput();
        try {
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(secret, hmac));
            return input + '.' + CompactForm.encode(mac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
