package dev.keystead.core.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cursor goes on in the list that gave it, and in no other. */
class QueryTest {
    private static final OrgId ACME = new OrgId("acme");
    private static final OrgId GLOBEX = new OrgId("globex");
    private static final CredentialId ID = new CredentialId("id-7");
    private static final CredentialFilter AZURE_PROD =
            new CredentialFilter(Optional.of(CloudType.AZURE), Optional.of(new NamePrefix("prod")));
    private static final Cursor OF_LIST =
            credentials(ACME, AZURE_PROD, Optional.empty()).cursorAfter(ID);
    private static final Cursor OF_HISTORY =
            history(ACME, Optional.of(ID), Optional.empty()).cursorAfter(new HistoryId("id-8"));

    static List<Cursor> cursorsOfOtherLists() {
        return List.of(
                OF_HISTORY,
                credentials(GLOBEX, AZURE_PROD, Optional.empty()).cursorAfter(ID),
                credentials(ACME, CredentialFilter.ALL, Optional.empty()).cursorAfter(ID),
                credentials(ACME, new CredentialFilter(AZURE_PROD.type(), Optional.empty()), Optional.empty())
                        .cursorAfter(ID),
                credentials(ACME, new CredentialFilter(Optional.empty(), AZURE_PROD.namePrefix()), Optional.empty())
                        .cursorAfter(ID),
                Cursor.after(List.of("credentials", "acme", "azure", "prod"), "not an id"));
    }

    static List<Cursor> cursorsOfOtherHistories() {
        return List.of(
                OF_LIST,
                history(GLOBEX, Optional.of(ID), Optional.empty()).cursorAfter(new HistoryId("id-8")),
                history(ACME, Optional.empty(), Optional.empty()).cursorAfter(new HistoryId("id-8")),
                history(ACME, Optional.of(new CredentialId("id-9")), Optional.empty())
                        .cursorAfter(new HistoryId("id-8")),
                Cursor.after(List.of("history", "acme", "id-7"), "not an id"));
    }

    @Test
    void goesOnBehindTheLastCredentialOfTheSameList() {
        ListCredentials.Query query = credentials(ACME, AZURE_PROD, Optional.of(Cursor.of(OF_LIST.value())));

        assertThat(query.after()).contains(ID);
        assertThat(ListCredentials.Query.all(ACME).after()).isEmpty();
    }

    @Test
    void goesOnBehindTheLastEntryOfTheSameHistory() {
        ListHistory.Query query = history(ACME, Optional.of(ID), Optional.of(Cursor.of(OF_HISTORY.value())));

        assertThat(query.before()).contains(new HistoryId("id-8"));
        assertThat(ListHistory.Query.latest(ACME).before()).isEmpty();
        assertThat(ListHistory.Query.latest(ACME).limit()).isEqualTo(new PageLimit(100));
    }

    @ParameterizedTest
    @MethodSource("cursorsOfOtherLists")
    void refusesTheCursorOfAnotherList(Cursor cursor) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> credentials(ACME, AZURE_PROD, Optional.of(cursor)));
    }

    @ParameterizedTest
    @MethodSource("cursorsOfOtherHistories")
    void refusesTheCursorOfAnotherHistory(Cursor cursor) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> history(ACME, Optional.of(ID), Optional.of(cursor)));
    }

    @Test
    void fitsTheLongestFilterIntoACursor() {
        OrgId longestOrg = new OrgId("o".repeat(128));
        CredentialFilter longest =
                new CredentialFilter(Optional.of(CloudType.AZURE), Optional.of(new NamePrefix("😀".repeat(128))));
        Cursor cursor =
                credentials(longestOrg, longest, Optional.empty()).cursorAfter(new CredentialId("i".repeat(64)));

        ListCredentials.Query query = credentials(longestOrg, longest, Optional.of(Cursor.of(cursor.value())));

        assertThat(query.after()).contains(new CredentialId("i".repeat(64)));
    }

    private static ListCredentials.Query credentials(OrgId org, CredentialFilter filter, Optional<Cursor> cursor) {
        return new ListCredentials.Query(org, filter, Optional.of(new PageLimit(10)), cursor);
    }

    private static ListHistory.Query history(OrgId org, Optional<CredentialId> credential, Optional<Cursor> cursor) {
        return new ListHistory.Query(org, credential, ListHistory.Query.DEFAULT_LIMIT, cursor);
    }
}
