package dev.keystead.core.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The record of a success under an idempotency key: what is needed to answer the repeated request again.
 *
 * @param key under which it is found
 * @param fingerprint of the request
 * @param operation what was done
 * @param credential to which credential
 * @param view the credential as it was shown or could have been; present for create and update, absent for remove
 * @param representation whether the first answer showed the view
 * @param expiresAt from then on it counts as absent; to the millisecond
 */
public record Receipt(
        Key key,
        Fingerprint fingerprint,
        Operation operation,
        CredentialId credential,
        Optional<Credential<MaskedSecret>> view,
        boolean representation,
        Instant expiresAt) {

    public Receipt {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
        if (view.isPresent() == (operation == Operation.REMOVE)) {
            throw new InvalidValueException("a receipt has a view unless it is of a removal");
        }
    }

    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Finds a receipt: the same key of another subject or in another organisation is another receipt. */
    public record Key(OrgId org, Subject subject, IdempotencyKey idempotencyKey) {}

    /** The operations that can be repeated under a key. */
    public enum Operation {
        CREATE,
        UPDATE,
        REMOVE
    }
}
