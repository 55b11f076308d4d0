package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;

/** Tokens that are encrypted, as anybody can to a public key, and compressed ones: a few KiB on the wire, megabytes behind it. */
final class EncryptionAttacks {
    private static final int BOMB = 4 << 20;

    private EncryptionAttacks() {}

    static void addTo(Attacks attacks) {
        String claims = aToken().payloadJson();
        attacks.add("encrypted claims", toRsa(claims, header -> header));
        attacks.add("encrypted claims of typ JWT", toRsa(claims, header -> header.keyID("rsa-1")));
        attacks.add("a good token, encrypted", toRsa(aToken().build(), header -> header.contentType("JWT")));
        attacks.add("encrypted to a curve", encrypted(JWEAlgorithm.ECDH_ES, claims, header -> header, toCurve()));
        byte[] known = RawSignature.sha256(Certificates.publicKey(TestKeys.RSA));
        attacks.add(
                "encrypted under the hash of the public key",
                encrypted(JWEAlgorithm.DIR, claims, header -> header, direct(known)));
        String bomb = claims.replace("}", ",\"x\":\"" + "0".repeat(BOMB) + "\"}");
        attacks.add(
                "an encrypted zip bomb", toRsa(bomb, header -> header.compressionAlgorithm(CompressionAlgorithm.DEF)));
        attacks.add("a signed zip bomb", aToken().header("zip", "\"DEF\"").payloadBytes(deflated(bomb)));
        attacks.add("compressed claims", aToken().header("zip", "\"DEF\"").payloadBytes(deflated(claims)));
        Map<String, String> headers = Map.of(
                "a password of two thousand million rounds",
                "{\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":2147483647}",
                "five parts and a signature's header",
                "{\"alg\":\"RS256\",\"enc\":\"A256GCM\",\"kid\":\"rsa-1\"}",
                "five parts and alg none",
                "{\"alg\":\"none\",\"enc\":\"none\"}");
        headers.forEach((name, header) -> {
            String first = CompactForm.encode(header.getBytes(UTF_8));
            attacks.add(name, first + ".AAAAAAAA.AAAAAAAAAAAAAAAA.AAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA");
        });
        attacks.add(
                "a good signature and enc", aToken().header("alg", "\"dir\"").header("enc", "\"A256GCM\""));
    }

    private static String toRsa(String content, UnaryOperator<JWEHeader.Builder> change) {
        try {
            return encrypted(JWEAlgorithm.RSA_OAEP_256, content, change, new RSAEncrypter(TestKeys.RSA));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWEEncrypter toCurve() {
        try {
            return new ECDHEncrypter(TestKeys.P256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWEEncrypter direct(byte[] key) {
        try {
            return new DirectEncrypter(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encrypted(
            JWEAlgorithm algorithm, String content, UnaryOperator<JWEHeader.Builder> change, JWEEncrypter encrypter) {
        JWEHeader.Builder header = new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM);
        JWEObject jwe = new JWEObject(change.apply(header).build(), new Payload(content));
        try {
            jwe.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwe.serialize();
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
