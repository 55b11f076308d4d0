package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The query of a list; null stands for what is absent or was found wrong. */
record ListParameters(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CLOUD_TYPE) @Nullable String type,
        @DomainValue(ValueRule.NAME_PREFIX) @Nullable String namePrefix,
        @DomainValue(ValueRule.LIMIT) @Nullable String limit,
        @DomainValue(ValueRule.CURSOR) @Nullable String cursor)
        implements OrganizationRequest {

    static ListParameters read(QueryReader query) {
        return new ListParameters(
                query.required("org_id"),
                query.optional("type"),
                query.optional("name_prefix"),
                query.optional("limit"),
                query.optional("cursor"));
    }
}
