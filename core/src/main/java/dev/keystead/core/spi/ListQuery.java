package dev.keystead.core.spi;

import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.OrgId;
import java.util.Optional;

/**
 * Asks for one page of credentials.
 *
 * @param org the organisation
 * @param filter which of its credentials
 * @param after the id behind which the page begins; it need not exist (any more). Empty for the first page
 * @param limit how many at the most; positive
 */
public record ListQuery(OrgId org, CredentialFilter filter, Optional<CredentialId> after, int limit) {
    public ListQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be positive");
        }
    }
}
