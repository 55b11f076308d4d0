package dev.keystead.core.domain;

import java.util.Optional;

/** Which credentials of an organisation a list shows; an absent part lets all pass. */
public record CredentialFilter(Optional<CloudType> type, Optional<NamePrefix> namePrefix) {
    public static final CredentialFilter ALL = new CredentialFilter(Optional.empty(), Optional.empty());

    /** True if the credential passes. Names are compared code point by code point. */
    public boolean matches(CredentialSummary credential) {
        return type.map(wanted -> wanted == credential.type()).orElse(true)
                && namePrefix
                        .map(prefix -> credential.name().value().startsWith(prefix.value()))
                        .orElse(true);
    }
}
