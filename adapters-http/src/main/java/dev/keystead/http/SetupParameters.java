package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The query of a setup; null stands for what is absent or was found wrong. */
record SetupParameters(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CLOUD_TYPE) @Nullable String type) implements OrganizationRequest {

    static SetupParameters read(QueryReader query) {
        return new SetupParameters(query.required("org_id"), query.required("type"));
    }
}
