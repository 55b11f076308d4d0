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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;

/** Maintenance that does nothing but expire receipts, as a test scripts it; without a script there are none. */
final class FakeReceipts implements StorageMaintenance {
    final Queue<IntSupplier> script = new ConcurrentLinkedQueue<>();
    final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    record Call(Instant now, int limit) {}

    @Override
    public int expireReceipts(Instant now, int limit) {
        calls.add(new Call(now, limit));
        return Optional.ofNullable(script.poll()).orElse(() -> 0).getAsInt();
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Map<String, Long> countByKeyId() {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        throw new UnsupportedOperationException("not needed here");
    }
}
