package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;

/** Shows one credential, its secret masked. Safe for use by many threads. */
@FunctionalInterface
public interface DescribeCredential {

    /**
     * Reads the credential.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code READ} in the organisation
     * @throws dev.keystead.core.domain.CredentialNotFoundException if the organisation has no such credential
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach
     */
    Credential<MaskedSecret> describe(Caller caller, Query query);

    /** Which credential. */
    record Query(OrgId org, CredentialId id) {}
}
