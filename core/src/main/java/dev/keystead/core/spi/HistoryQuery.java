package dev.keystead.core.spi;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import java.util.Optional;

/**
 * Asks for one page of history, newest first.
 *
 * @param org the organisation
 * @param credential of which credential; empty for all of the organisation
 * @param before the id behind which (that is, before which in time) the page begins; it need not exist. Empty for the first page
 * @param limit how many at the most; positive
 */
public record HistoryQuery(OrgId org, Optional<CredentialId> credential, Optional<HistoryId> before, int limit) {
    public HistoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be positive");
        }
    }
}
