package dev.keystead.example.skeleton;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MyMaintenance implements StorageMaintenance {
    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        throw new UnsupportedOperationException("scan");
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        throw new UnsupportedOperationException("organizations");
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        throw new UnsupportedOperationException("externalId");
    }

    @Override
    public Map<String, Long> countByKeyId() {
        throw new UnsupportedOperationException("countByKeyId");
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        throw new UnsupportedOperationException("replaceSealed");
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        throw new UnsupportedOperationException("expireReceipts");
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        throw new UnsupportedOperationException("load");
    }
}
