package dev.keystead.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** Signs by the JDK alone, by any algorithm it has: Nimbus would refuse to sign what must be refused. */
final class RawSignature {
    private RawSignature() {}

    /** The signature by the JDK's algorithm of this name. */
    static byte[] by(String algorithm, AsymmetricJWK key, byte[] input) {
        return by(algorithm, null, key, input);
    }

    /** An RSASSA-PSS signature with these parameters. */
    static byte[] by(PSSParameterSpec parameters, AsymmetricJWK key, byte[] input) {
        return by("RSASSA-PSS", parameters, key, input);
    }

    private static byte[] by(
            String algorithm, @Nullable AlgorithmParameterSpec parameters, AsymmetricJWK key, byte[] input) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(key.toPrivateKey());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
