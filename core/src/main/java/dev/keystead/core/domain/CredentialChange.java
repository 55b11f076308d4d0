package dev.keystead.core.domain;

import java.util.Optional;

/** What an update says; a member that is empty stays as it is, and at least one is present. */
public record CredentialChange(
        Optional<CredentialName> name, Optional<Comments> comments, Optional<AccountChange> account) {

    public CredentialChange {
        if (name.isEmpty() && comments.isEmpty() && account.isEmpty()) {
            throw new InvalidValueException("must name at least one of name, comments and specific");
        }
    }

    public static CredentialChange name(CredentialName name) {
        return new CredentialChange(Optional.of(name), Optional.empty(), Optional.empty());
    }

    public static CredentialChange comments(Comments comments) {
        return new CredentialChange(Optional.empty(), Optional.of(comments), Optional.empty());
    }

    public static CredentialChange account(AccountChange account) {
        return new CredentialChange(Optional.empty(), Optional.empty(), Optional.of(account));
    }
}
