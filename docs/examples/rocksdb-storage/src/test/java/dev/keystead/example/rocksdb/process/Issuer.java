package dev.keystead.example.rocksdb.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An identity provider: one key, whose public half is in a file, and tokens signed with it. */
final class Issuer {
    static final String NAME = "https://id.example.com";
    static final String AUDIENCE = "keystead";

    private final KeyPair keys;

    Issuer() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    void writePublicKeyTo(Path file) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Files.writeString(
                file,
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"n\":\"" + number(key.getModulus())
                        + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}");
    }

    /** A token of an administrator of the organisation, for an hour. */
    String token(String org) throws GeneralSecurityException {
        String claims = "{\"iss\":\"" + NAME + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"ada\",\"exp\":"
                + Instant.now().plusSeconds(3_600).getEpochSecond() + ",\"orgs\":{\"" + org + "\":[\"admin\"]}}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}".getBytes(UTF_8)) + "."
                + encoded(claims.getBytes(UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        boolean signed = bytes[0] == 0; // a zero byte for the sign, which a JWK does not have
        return encoded(signed ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
