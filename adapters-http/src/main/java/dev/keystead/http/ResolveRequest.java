package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The body of a resolve; null stands for what is absent or was found wrong. */
record ResolveRequest(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId,
        @DomainValue(ValueRule.PURPOSE) @Nullable String purpose)
        implements OrganizationRequest {

    static ResolveRequest read(MemberReader members) {
        return new ResolveRequest(
                members.required("org_id"), members.required("credential_id"), members.required("purpose"));
    }
}
