package dev.keystead.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public key and the algorithms that it may be used with.
 *
 * @param id its {@code kid}; null if it has none
 * @param algorithms those of its type, or the one that its {@code alg} names
 * @param verifier verifies with the key; safe for use by many threads
 */
record VerificationKey(@Nullable String id, Set<SignatureAlgorithm> algorithms, JWSVerifier verifier) {

    /** True if the token's signature is by this key. */
    boolean verifies(SignedToken token) {
        try {
            return verifier.verify(
                    new JWSHeader(token.algorithm().nimbus()), token.signingInput(), new Base64URL(token.signature()));
        } catch (JOSEException e) {
            return false; // a signature that cannot be one by this key
        }
    }

    /** True if the token may be signed with it: of an algorithm of the key and, where the token names a key, of its id. */
    boolean fits(SignedToken token) {
        return algorithms.contains(token.algorithm())
                && (token.keyId() == null || token.keyId().equals(id));
    }
}
