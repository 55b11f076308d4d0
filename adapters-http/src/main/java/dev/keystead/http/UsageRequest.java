package dev.keystead.http;

import java.math.BigInteger;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** The body of a usage report; null stands for what is absent or was found wrong. */
record UsageRequest(
        @DomainValue(ValueRule.ORG_ID) @Nullable String orgId,
        @DomainValue(ValueRule.CREDENTIAL_ID) @Nullable String credentialId,

        @Range(max = Integer.MAX_VALUE, message = "must be 0 to 2147483647") @Nullable
        BigInteger resources,

        @DomainValue(ValueRule.USE_TIME) @Nullable String time)
        implements OrganizationRequest {

    static UsageRequest read(MemberReader members) {
        return new UsageRequest(
                members.required("org_id"),
                members.required("credential_id"),
                members.requiredInteger("resources"),
                members.optional("time"));
    }
}
