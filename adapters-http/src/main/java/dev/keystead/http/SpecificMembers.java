package dev.keystead.http;

import dev.keystead.core.domain.CloudType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The member {@code specific} of a create: how an account is reached, for all clouds side by side. */
record SpecificMembers(
        @DomainValue(ValueRule.ROLE) @Nullable String role,
        @DomainValue(ValueRule.TENANT) @Nullable String tenant,
        @DomainValue(ValueRule.CLIENT_ID) @Nullable String clientId,
        @DomainValue(ValueRule.KEY) @Nullable String key,
        @DomainValue(ValueRule.PROJECT) @Nullable String project) {

    private static final SpecificMembers NONE = new SpecificMembers(null, null, null, null, null);

    /** Reads the members of the cloud, all required; of an unknown cloud only those that no cloud has are wrong. */
    static SpecificMembers read(MemberReader members, @Nullable CloudType type) {
        SpecificMembers specific = type == null ? ofAnyCloud(members) : of(members, type);
        members.end();
        return specific;
    }

    private static SpecificMembers of(MemberReader members, CloudType type) {
        return switch (type) {
            case AWS -> new SpecificMembers(members.required("role"), null, null, null, null);
            case AZURE ->
                new SpecificMembers(
                        null, members.required("tenant"), members.required("clientId"), members.required("key"), null);
            case GCP -> new SpecificMembers(null, null, null, null, members.required("project"));
        };
    }

    private static SpecificMembers ofAnyCloud(MemberReader members) {
        members.skip(Set.of("role", "tenant", "clientId", "key", "project"));
        return NONE;
    }
}
