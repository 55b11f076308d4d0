package dev.keystead.http;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.InvalidValueException;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** The body of a create; null stands for what is absent or was found wrong. */
record CreateRequest(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CLOUD_TYPE) @Nullable String type,
        @DomainValue(ValueRule.NAME) @Nullable String name,
        @Valid @Nullable SpecificMembers specific,
        @DomainValue(ValueRule.COMMENTS) @Nullable String comments)
        implements OrganizationRequest {

    static CreateRequest read(MemberReader members) {
        String type = members.required("type");
        MemberReader specific = members.requiredObject("specific");
        return new CreateRequest(
                members.required("org_id"),
                type,
                members.required("name"),
                specific == null ? null : SpecificMembers.read(specific, cloudOf(type)),
                members.optional("comments"));
    }

    private static @Nullable CloudType cloudOf(@Nullable String type) {
        try {
            return type == null ? null : WireValues.cloudType(type);
        } catch (InvalidValueException reportedAsViolationOfType) {
            return null;
        }
    }
}
