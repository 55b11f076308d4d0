package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** What every request names. */
interface OrganizationRequest {
    /** The id of an organisation; well-formed once the request was checked. */
    @Nullable
    String orgId();
}
