package dev.keystead.inmemory;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What one organisation has stored. Not safe for use by many threads: see {@link Guard}. */
final class Organisation {
    final NavigableMap<CredentialId, Credential<SealedSecret>> credentials = new TreeMap<>();
    final NavigableMap<HistoryId, HistoryEntry> history = new TreeMap<>();
    final Map<Receipt.Key, Receipt> receipts = new HashMap<>();
    Optional<ExternalId> externalId = Optional.empty();

    Optional<Credential<SealedSecret>> credential(CredentialId id) {
        return Optional.ofNullable(credentials.get(id));
    }

    void put(Credential<SealedSecret> credential) {
        credentials.put(credential.id(), credential);
    }

    void put(HistoryEntry entry) {
        history.put(entry.id(), entry);
    }

    boolean isEmpty() {
        return credentials.isEmpty() && history.isEmpty() && receipts.isEmpty() && externalId.isEmpty();
    }
}
