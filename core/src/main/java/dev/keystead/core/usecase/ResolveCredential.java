package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Secret;
import java.util.Optional;

/** Hands a credential with its secret in clear to the worker that connects. Safe for use by many threads. */
@FunctionalInterface
public interface ResolveCredential {

    /**
     * Opens the secret. The history has the call before this returns. For AWS this gives the organisation its external id, if it has
     * none yet.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code RESOLVE} in the organisation
     * @throws dev.keystead.core.domain.CredentialNotFoundException if the organisation has no such credential
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach, or if other writers were faster twenty
     *     times in a row
     */
    Resolution resolve(Caller caller, Command command);

    /**
     * What to resolve.
     *
     * @param purpose what for; the history keeps it as the reason
     */
    record Command(OrgId org, CredentialId id, Purpose purpose) {}

    /**
     * What a worker needs to connect.
     *
     * @param credential the credential with its secret in clear
     * @param externalId what to pass to {@code sts:AssumeRole}; empty for every other cloud than AWS
     */
    record Resolution(Credential<Secret> credential, Optional<ExternalId> externalId) {}
}
