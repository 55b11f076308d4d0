package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.Reason;
import java.util.Optional;

/** Removes a credential. Safe for use by many threads. */
@FunctionalInterface
public interface RemoveCredential {

    /**
     * Erases the credential with its sealed secret and notes it in the history, all as one. The history stays.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code WRITE} in the organisation
     * @throws dev.keystead.core.domain.IdempotencyMismatchException if the idempotency key was used with another request
     * @throws dev.keystead.core.domain.CredentialNotFoundException if the organisation has no such credential
     * @throws dev.keystead.core.domain.PreconditionFailedException if the current version is not one of those named
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach (the outcome may be unknown), or if other
     *     writers were faster twenty times in a row (nothing changed)
     */
    Removal remove(Caller caller, Command command);

    /**
     * What to remove.
     *
     * @param reason why, for the history
     * @param precondition which current versions it may meet
     * @param idempotency present if a repeated call must have one effect
     */
    record Command(
            OrgId org, CredentialId id, Reason reason, Precondition precondition, Optional<Idempotency> idempotency) {

        /** A command without a precondition that is not repeatable. */
        public static Command of(OrgId org, CredentialId id, Reason reason) {
            return new Command(org, id, reason, Precondition.NONE, Optional.empty());
        }
    }

    /**
     * That it is gone.
     *
     * @param replayed true if an earlier call under the same idempotency key did the work
     */
    record Removal(boolean replayed) {}
}
