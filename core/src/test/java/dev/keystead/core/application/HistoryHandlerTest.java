package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.usecase.ListHistory.Page;
import dev.keystead.core.usecase.ListHistory.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryHandlerTest {
    private final Bench bench = new Bench();
    private final CredentialId first = bench.created(Bench.awsRole());
    private final CredentialId second = bench.created(Bench.gcpProject());

    @Test
    void showsTheNewestFirst() {
        annotate(first);
        bench.remove(second);

        Page page = list(Query.latest(Bench.ACME));

        assertThat(page.entries())
                .extracting(HistoryEntry::event)
                .containsExactly(
                        HistoryEvent.REMOVED, HistoryEvent.UPDATED, HistoryEvent.CREATED, HistoryEvent.CREATED);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void showsTheHistoryOfOneCredential() {
        annotate(first);

        assertThat(list(of(first)).entries())
                .hasSize(2)
                .extracting(HistoryEntry::credential)
                .containsOnly(first);
    }

    @Test
    void showsNothingForAnIdWithoutEntries() {
        assertThat(list(of(new CredentialId("none"))).entries()).isEmpty();
    }

    @Test
    void showsAHundredEntriesUnlessAskedOtherwise() {
        for (int i = 0; i < 99; i++) {
            annotate(first);
        }

        Page page = list(Query.latest(Bench.ACME));

        assertThat(page.entries()).hasSize(100);
        assertThat(page.next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1_000})
    void showsEachEntryOnceFromCursorToCursor(int limit) {
        annotate(first);
        annotate(first);
        List<HistoryEntry> seen = new ArrayList<>();

        Optional<Cursor> cursor = Optional.empty();
        do {
            Page page = list(new Query(Bench.ACME, Optional.empty(), new PageLimit(limit), cursor));
            assertThat(page.entries()).hasSizeBetween(1, limit);
            seen.addAll(page.entries());
            cursor = page.next().map(next -> Cursor.of(next.value()));
        } while (cursor.isPresent());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(bench.repository.history)
                .isSortedAccordingTo(Comparator.comparing(HistoryEntry::id).reversed());
    }

    private void annotate(CredentialId id) {
        bench.update(id, CredentialChange.comments(new Comments("noted")));
    }

    private Page list(Query query) {
        return bench.useCases.listHistory().list(Bench.ADMIN, query);
    }

    private static Query of(CredentialId id) {
        return new Query(Bench.ACME, Optional.of(id), Query.DEFAULT_LIMIT, Optional.empty());
    }
}
