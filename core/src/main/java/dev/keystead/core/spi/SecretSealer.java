package dev.keystead.core.spi;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;

/**
 * Seals secrets before they are stored and opens them for the worker that connects. Safe for use by many threads. No argument and no
 * result is null.
 */
public interface SecretSealer {

    /** Seals the secret for this one place; sealing it twice gives two different values. */
    SealedSecret seal(Secret secret, SecretBinding binding);

    /**
     * Opens what {@link #seal} made for the same place.
     *
     * @throws SealBrokenException if the value was altered, was sealed for another place, or its key is unknown
     */
    Secret open(SealedSecret sealed, SecretBinding binding);

    /**
     * The id of the key that {@link #seal} seals with now. What is stored under another can be sealed anew. This default seals something
     * to find out; a sealer that knows its keys says so.
     */
    default String sealingKeyId() {
        SecretBinding nowhere = new SecretBinding(new OrgId("nowhere"), new CredentialId("none"), Member.KEY);
        return seal(Secret.of("nothing"), nowhere).keyId();
    }

    /** A keyed digest of a request: equal for equal data under one key, and of no use to one who has not the key. */
    Fingerprint fingerprint(byte[] request);

    /** True if the fingerprint is of this data, compared in constant time; false also if its key is unknown. */
    boolean matches(Fingerprint fingerprint, byte[] request);
}
