package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The query of a describe; null stands for what is absent or was found wrong. */
record DescribeParameters(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId)
        implements OrganizationRequest {

    static DescribeParameters read(QueryReader query) {
        return new DescribeParameters(query.required("org_id"), query.required("credential_id"));
    }
}
