package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Setup;

/** Tells what an organisation must do in its cloud before it creates a credential. Safe for use by many threads. */
@FunctionalInterface
public interface DescribeSetup {

    /**
     * Describes the setup. For AWS this gives the organisation its external id, if it has none yet.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code SETUP} in the organisation
     * @throws dev.keystead.core.domain.UnavailableException if the platform's account that the cloud needs is not set, or is none for
     *     this organisation, and the message names the option; or if the storage is out of reach
     */
    Setup describe(Caller caller, Query query);

    /** Whose setup, and for which cloud. */
    record Query(OrgId org, CloudType type) {}
}
