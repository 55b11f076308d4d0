package dev.keystead.inmemory;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.DuplicateException.Of;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One load: collects all items, refuses what is there twice, and only then writes. */
final class Load {
    private final Organisations organisations;
    private final boolean replace;
    private final Map<Name<CredentialId>, Credential<SealedSecret>> credentials = new HashMap<>();
    private final Map<Name<HistoryId>, HistoryEntry> entries = new HashMap<>();
    private final Map<OrgId, ExternalId> externalIds = new HashMap<>();

    Load(Organisations organisations, boolean replace) {
        this.organisations = organisations;
        this.replace = replace;
    }

    void apply(List<Item> items) {
        items.forEach(item -> collect(item).filter(taken -> !replace).ifPresent(taken -> {
            throw new DuplicateException(taken);
        }));
        credentials
                .values()
                .forEach(credential -> organisations.writing(credential.org()).put(credential));
        entries.values().forEach(entry -> organisations.writing(entry.org()).put(entry));
        externalIds.forEach((org, externalId) -> organisations.writing(org).externalId = Optional.of(externalId));
    }

    /** Keeps the item for later; says what is there already, stored or among the items before, if anything is. */
    private Optional<Of> collect(Item item) {
        return item.fold(
                of -> collect(of.credential()), of -> collect(of.entry()), of -> collect(of.org(), of.externalId()));
    }

    private Optional<Of> collect(Credential<SealedSecret> credential) {
        Name<CredentialId> name = new Name<>(credential.org(), credential.id());
        boolean stored = stored(credential.org()).credentials.containsKey(credential.id());
        boolean repeated = credentials.put(name, credential) != null;
        return stored || repeated ? Optional.of(Of.CREDENTIAL) : Optional.empty();
    }

    private Optional<Of> collect(HistoryEntry entry) {
        boolean stored = stored(entry.org()).history.containsKey(entry.id());
        boolean repeated = entries.put(new Name<>(entry.org(), entry.id()), entry) != null;
        return stored || repeated ? Optional.of(Of.HISTORY_ENTRY) : Optional.empty();
    }

    private Optional<Of> collect(OrgId org, ExternalId externalId) {
        boolean stored = stored(org).externalId.isPresent();
        boolean repeated = externalIds.put(org, externalId) != null;
        return stored || repeated ? Optional.of(Of.EXTERNAL_ID) : Optional.empty();
    }

    private Organisation stored(OrgId org) {
        return organisations.reading(org);
    }

    /** An id within its organisation. */
    private record Name<I>(OrgId org, I id) {}
}
