package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Secret;
import java.util.Optional;

/** Registers a cloud account of an organisation. Safe for use by many threads. */
@FunctionalInterface
public interface CreateCredential {

    /**
     * Seals the secret, stores the credential as version 1 and notes it in the history, all as one.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code WRITE} in the organisation
     * @throws dev.keystead.core.domain.IdempotencyMismatchException if the idempotency key was used with another request
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach; the outcome may be unknown
     */
    Outcome create(Caller caller, Command command);

    /**
     * What to create.
     *
     * @param comments kept with the credential and, as the reason, in the history
     * @param account how it is reached, its secret in clear
     * @param idempotency present if a repeated call must have one effect
     */
    record Command(
            OrgId org,
            CredentialName name,
            Comments comments,
            CloudAccount<Secret> account,
            Optional<Idempotency> idempotency) {

        /** A command without comments that is not repeatable. */
        public static Command of(OrgId org, CredentialName name, CloudAccount<Secret> account) {
            return new Command(org, name, Comments.NONE, account, Optional.empty());
        }
    }
}
