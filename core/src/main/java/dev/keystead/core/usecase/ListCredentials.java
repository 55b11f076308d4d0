package dev.keystead.core.usecase;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import java.util.Optional;

/** Lists an organisation's credentials, oldest first. Safe for use by many threads. */
@FunctionalInterface
public interface ListCredentials {

    /**
     * With a limit, one page. Without one, all the rest, read page by page while it is iterated, so that memory does not grow with the
     * organisation; the first page is read before this returns, and a failure of a later one is thrown by the iteration.
     *
     * @throws dev.keystead.core.domain.ForbiddenException without {@code READ} in the organisation
     * @throws dev.keystead.core.domain.UnavailableException if the storage is out of reach
     */
    Listing list(Caller caller, Query query);

    /**
     * What to list.
     *
     * @param limit how many at the most; empty for all
     * @param cursor where to go on; of a list of the same organisation and filter, else
     *     {@link dev.keystead.core.domain.InvalidValueException}
     */
    record Query(OrgId org, CredentialFilter filter, Optional<PageLimit> limit, Optional<Cursor> cursor) {
        public Query {
            PageScope scope = PageScope.ofCredentials(org, filter);
            cursor.ifPresent(given -> new CredentialId(scope.positionOf(given)));
        }

        /** All credentials of the organisation. */
        public static Query all(OrgId org) {
            return new Query(org, CredentialFilter.ALL, Optional.empty(), Optional.empty());
        }

        /** The id behind which the list goes on; empty at its beginning. */
        public Optional<CredentialId> after() {
            return cursor.map(given -> new CredentialId(scope().positionOf(given)));
        }

        /** The cursor with which the same list goes on behind the credential. */
        public Cursor cursorAfter(CredentialId last) {
            return scope().cursorAfter(last.value());
        }

        private PageScope scope() {
            return PageScope.ofCredentials(org, filter);
        }
    }

    /**
     * The credentials, to be iterated once, by one thread.
     *
     * @param credentials in order
     * @param next where the list goes on; empty at its end, and for a list without a limit
     */
    record Listing(Iterable<CredentialSummary> credentials, Optional<Cursor> next) {}
}
