package dev.keystead.http;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** The body of an update; null stands for what is absent or was found wrong. */
record UpdateRequest(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId,
        @Valid @Nullable Data data,
        @DomainValue(ValueRule.REASON) @Nullable String reason)
        implements OrganizationRequest {

    static UpdateRequest read(MemberReader members) {
        MemberReader data = members.requiredObject("data");
        return new UpdateRequest(
                members.required("org_id"),
                members.required("credential_id"),
                data == null ? null : Data.read(data),
                members.optional("reason"));
    }

    /** What changes; at least one member is there. */
    record Data(
            @DomainValue(ValueRule.NAME) @Nullable String name,
            @DomainValue(ValueRule.COMMENTS) @Nullable String comments,
            @Valid @Nullable Specific specific) {

        static Data read(MemberReader members) {
            if (members.isEmpty()) {
                members.refuse("must have at least one of name, comments and specific");
            }
            MemberReader specific = members.optionalObject("specific");
            Data data = new Data(
                    members.optional("name"),
                    members.optional("comments"),
                    specific == null ? null : Specific.read(specific));
            members.end();
            return data;
        }
    }

    /** What changes of how the account is reached; which members fit is known only when its cloud is. */
    record Specific(
            @DomainValue(ValueRule.ROLE) @Nullable String role,
            @DomainValue(ValueRule.CLIENT_ID) @Nullable String clientId,
            @DomainValue(ValueRule.KEY_CHANGE) @Nullable String key,
            @DomainValue(ValueRule.PROJECT) @Nullable String project) {

        static Specific read(MemberReader members) {
            if (members.isEmpty()) {
                members.refuse("must have at least one member");
            }
            members.refuse("tenant", "is fixed when the credential is created: create another one instead");
            Specific specific = new Specific(
                    members.optional("role"),
                    members.optional("clientId"),
                    members.optional("key"),
                    members.optional("project"));
            members.end();
            return specific;
        }
    }
}
