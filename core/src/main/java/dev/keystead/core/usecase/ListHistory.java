package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import java.util.List;
import java.util.Optional;

/** Shows what happened to an organisation's credentials, newest first. Safe for use by many threads. */
@FunctionalInterface
public interface ListHistory {

    /**
     * One page; empty for an id without entries.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code READ_HISTORY} in the organisation
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach
     */
    Page list(Caller caller, Query query);

    /**
     * What to show.
     *
     * @param credential of which credential; empty for all of the organisation
     * @param limit how many at the most
     * @param cursor where to go on; of the history of the same organisation and credential, else
     *     {@link dev.keystead.core.domain.InvalidValueException}
     */
    record Query(OrgId org, Optional<CredentialId> credential, PageLimit limit, Optional<Cursor> cursor) {
        public static final PageLimit DEFAULT_LIMIT = new PageLimit(100);

        public Query {
            PageScope scope = PageScope.ofHistory(org, credential);
            cursor.ifPresent(given -> new HistoryId(scope.positionOf(given)));
        }

        /** The newest entries of the organisation. */
        public static Query latest(OrgId org) {
            return new Query(org, Optional.empty(), DEFAULT_LIMIT, Optional.empty());
        }

        /** The entry behind which the page begins; empty for the first page. */
        public Optional<HistoryId> before() {
            return cursor.map(given -> new HistoryId(scope().positionOf(given)));
        }

        /** The cursor with which the same history goes on behind the entry. */
        public Cursor cursorAfter(HistoryId last) {
            return scope().cursorAfter(last.value());
        }

        private PageScope scope() {
            return PageScope.ofHistory(org, credential);
        }
    }

    /**
     * One page of history.
     *
     * @param entries newest first
     * @param next where the history goes on; empty at its end
     */
    record Page(List<HistoryEntry> entries, Optional<Cursor> next) {}
}
