package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF with SHA-256 (RFC 5869), as far as one key of 256 bits needs it: extract with a salt of zeros (2.2), then one round of expand
 * (2.3) with the label as info. JDK 17 has no HKDF of its own.
 */
final class Hkdf {
    static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    static SecretKey derive(byte[] inputKey, String label) {
        byte[] pseudoRandomKey = hmac(new byte[HASH_BYTES], inputKey);
        byte[] info = label.getBytes(UTF_8);
        return new SecretKeySpec(hmac(pseudoRandomKey, info, new byte[] {1}), HMAC);
    }

    private static byte[] hmac(byte[] key, byte[]... data) {
        return hmac(new SecretKeySpec(key, HMAC), data);
    }

    static byte[] hmac(SecretKey key, byte[]... data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : data) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
