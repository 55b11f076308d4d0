package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The query of a history; null stands for what is absent or was found wrong. */
record HistoryParameters(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId,
        @DomainValue(ValueRule.LIMIT) @Nullable String limit,
        @DomainValue(ValueRule.CURSOR) @Nullable String cursor)
        implements OrganizationRequest {

    static HistoryParameters read(QueryReader query) {
        return new HistoryParameters(
                query.required("org_id"),
                query.optional("credential_id"),
                query.optional("limit"),
                query.optional("cursor"));
    }
}
