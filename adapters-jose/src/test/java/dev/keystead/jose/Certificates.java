package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.util.HexFormat;

/** Makes certificates (RFC 5280), which the JDK can read but not make. */
final class Certificates {
    private static final int UTC_TIME = 0x17;
    private static final byte[] SHA256_WITH_RSA = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
    private static final byte[] SHA256_WITH_ECDSA = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final byte[] CN_EVIL = HexFormat.of().parseHex("300f310d300b06035504030c046576696c");

    private Certificates() {}

    /** A certificate of the key by the key itself, in DER. */
    static byte[] selfSigned(AsymmetricJWK key) {
        boolean isRsa = key instanceof RSAKey;
        byte[] algorithm = isRsa ? SHA256_WITH_RSA : SHA256_WITH_ECDSA;
        byte[] content = Der.sequence(
                Der.integer(BigInteger.ONE),
                algorithm,
                CN_EVIL,
                Der.sequence(time("260101000000Z"), time("360101000000Z")),
                CN_EVIL,
                publicKey(key));
        byte[] signature = RawSignature.by(isRsa ? "SHA256withRSA" : "SHA256withECDSA", key, content);
        return Der.sequence(content, algorithm, Der.bitString(signature));
    }

    /** The public key as a SubjectPublicKeyInfo. */
    static byte[] publicKey(AsymmetricJWK key) {
        try {
            return key.toPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] time(String text) {
        return Der.value(UTC_TIME, text.getBytes(US_ASCII));
    }
}
