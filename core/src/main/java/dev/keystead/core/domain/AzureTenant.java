package dev.keystead.core.domain;

import java.util.Locale;
import java.util.Set;

/**
 * The Microsoft Entra tenant that a service principal lives in; fixed when the credential is created.
 *
 * @param value a GUID other than nil, or a verified domain name; kept in lower case
 */
public record AzureTenant(String value) {
    private static final int MAX = 253;
    private static final Set<String> NOT_ONE_TENANT = Set.of("common", "organizations", "consumers");
    private static final String EXPECTED =
            "must be a tenant's GUID or verified domain name, such as contoso.onmicrosoft.com";

    public AzureTenant {
        if (value.length() > MAX) {
            throw new InvalidValueException(EXPECTED);
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (NOT_ONE_TENANT.contains(lower)) {
            throw new InvalidValueException(
                    "must name one tenant: common, organizations and consumers stand for many. Give its GUID or domain name");
        }
        if (Guid.isNil(value)) {
            throw new InvalidValueException("must not be the nil GUID: give the tenant's own GUID or domain name");
        }
        // Judged as given: there are characters outside ASCII whose lower case is inside (the Kelvin sign).
        if (!Guid.is(value) && !DomainName.is(value)) {
            throw new InvalidValueException(EXPECTED);
        }
        value = lower;
    }

    @Override
    public String toString() {
        return value;
    }
}
