package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes everything on; a fault overrides what it breaks. */
class DelegatingMaintenance implements StorageMaintenance {
    private final Storage sound;

    DelegatingMaintenance(Storage sound) {
        this.sound = sound;
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        return sound.maintenance().scan(after, limit);
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        return sound.maintenance().organizations(after, limit);
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        return sound.maintenance().externalId(org);
    }

    @Override
    public Map<String, Long> countByKeyId() {
        return sound.maintenance().countByKeyId();
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        return sound.maintenance().replaceSealed(binding, expected, replacement);
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        return sound.maintenance().expireReceipts(now, limit);
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        sound.maintenance().load(items, replace);
    }
}
