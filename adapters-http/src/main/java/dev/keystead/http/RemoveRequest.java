package dev.keystead.http;

import org.jspecify.annotations.Nullable;

/** The body of a removal; null stands for what is absent or was found wrong. */
record RemoveRequest(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId,
        @DomainValue(ValueRule.REASON) @Nullable String comments)
        implements OrganizationRequest {

    static RemoveRequest read(MemberReader members) {
        return new RemoveRequest(
                members.required("org_id"), members.required("credential_id"), members.optional("comments"));
    }
}
