package dev.keystead.core.spi;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Receipt;
import java.util.Optional;

/**
 * One effect: a change, its history entry and, where the request can be repeated, its receipt. Applied or refused as a whole.
 *
 * @param change what happens to the credential
 * @param entry the history entry; of the same organisation and credential
 * @param receipt the receipt; of the same organisation
 */
public record Commit(Change change, HistoryEntry entry, Optional<Receipt> receipt) {
    public Commit {
        boolean sameCredential =
                entry.org().equals(change.org()) && entry.credential().equals(change.id());
        boolean sameOrg =
                receipt.map(kept -> kept.key().org().equals(change.org())).orElse(true);
        if (!sameCredential || !sameOrg) {
            throw new IllegalArgumentException("change, history entry and receipt are of different credentials");
        }
    }
}
