package dev.keystead.app.wiring;

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

/** A storage's maintenance that notes how often it is asked for counts, and does what a test wants before counts and replacements. */
final class ObservedMaintenance implements StorageMaintenance {
    private final StorageMaintenance observed;
    Runnable beforeCount = () -> {};
    Runnable beforeReplacement = () -> {};
    int counts;

    ObservedMaintenance(StorageMaintenance observed) {
        this.observed = observed;
    }

    @Override
    public Map<String, Long> countByKeyId() {
        counts++;
        beforeCount.run();
        return observed.countByKeyId();
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        beforeReplacement.run();
        return observed.replaceSealed(binding, expected, replacement);
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        return observed.scan(after, limit);
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        return observed.organizations(after, limit);
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        return observed.externalId(org);
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        return observed.expireReceipts(now, limit);
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        observed.load(items, replace);
    }
}
