package dev.keystead.core.domain;

import java.util.Locale;

/**
 * The application (client) id of a service principal.
 *
 * @param value a GUID other than nil; kept in lower case
 */
public record AzureClientId(String value) {
    public AzureClientId {
        if (!Guid.is(value)) {
            throw new InvalidValueException(
                    "must be the application's client id, a GUID such as 11111111-2222-3333-4444-555555555555");
        }
        value = value.toLowerCase(Locale.ROOT);
        if (Guid.isNil(value)) {
            throw new InvalidValueException("must not be the nil GUID: give the application's client id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
