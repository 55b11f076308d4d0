package dev.keystead.core.usecase;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import java.util.List;
import java.util.Optional;

/** The list that a cursor belongs to: the kind of list, the organisation and the filters. */
record PageScope(List<String> parts) {
    static PageScope ofCredentials(OrgId org, CredentialFilter filter) {
        return new PageScope(List.of(
                "credentials",
                org.value(),
                filter.type().map(CloudType::code).orElse(""),
                filter.namePrefix().map(NamePrefix::value).orElse("")));
    }

    static PageScope ofHistory(OrgId org, Optional<CredentialId> credential) {
        return new PageScope(List.of(
                "history", org.value(), credential.map(CredentialId::value).orElse("")));
    }

    String positionOf(Cursor cursor) {
        return cursor.positionIn(parts)
                .orElseThrow(
                        () -> new InvalidValueException("must be a next_cursor of this list with the same parameters"));
    }

    Cursor cursorAfter(String position) {
        return Cursor.after(parts, position);
    }
}
