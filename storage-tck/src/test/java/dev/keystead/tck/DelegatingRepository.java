package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.List;
import java.util.Optional;

/** Passes everything on; a fault overrides what it breaks. */
class DelegatingRepository implements CredentialRepository {
    private final Storage sound;

    DelegatingRepository(Storage sound) {
        this.sound = sound;
    }

    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        return sound.repository().find(org, id);
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        return sound.repository().list(query);
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return sound.repository().history(query);
    }

    @Override
    public void commit(Commit commit) {
        sound.repository().commit(commit);
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        return sound.repository().receipt(key);
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        return sound.repository().recordUsage(org, id, usage);
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        return sound.repository().externalId(org, candidate);
    }

    /** Writes past every rule: what is stored under the item's id gives way. */
    final void force(Item item) {
        sound.maintenance().load(List.of(item).iterator(), true);
    }

    final void force(Credential<SealedSecret> credential) {
        force(new Item.OfCredential(credential));
    }
}
