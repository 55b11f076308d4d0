package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.like;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.core.spi.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults that only show among many threads: all check first and act later. */
final class RaceFaults {
    private RaceFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository("S-02", "loses what is created while something else is", Losing::new),
                Fault.ofRepository("S-47", "shows a change before its entry", LateEntries::new),
                Fault.ofRepository("S-58", "compares the version before it writes", LateUpdates::new),
                Fault.ofRepository("S-59", "looks for the receipt before it writes", LateReceipts::new),
                Fault.ofRepository("S-63", "writes the whole credential at a report of use", WholeWrites::new),
                Fault.ofRepository("S-64", "compares the times before it writes", LateUsage::new),
                Fault.ofRepository("S-71", "looks for the external id before it stores one", LateExternalIds::new));
    }

    private static final class Losing extends DelegatingRepository {
        private final Window window = new Window();
        private final AtomicInteger creating = new AtomicInteger();

        Losing(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            if (!(commit.change() instanceof Change.Created) || commit.receipt().isPresent()) {
                super.commit(commit);
                return;
            }
            boolean alone = creating.incrementAndGet() == 1;
            try {
                window.open();
                if (alone) {
                    super.commit(commit);
                }
            } finally {
                creating.decrementAndGet();
            }
        }
    }

    private static final class LateEntries extends DelegatingRepository {
        private final Window window = new Window();
        private final Set<HistoryId> late = ConcurrentHashMap.newKeySet();

        LateEntries(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            late.add(commit.entry().id());
            try {
                super.commit(commit);
                window.open();
            } finally {
                late.remove(commit.entry().id());
            }
        }

        @Override
        public List<HistoryEntry> history(HistoryQuery query) {
            return super.history(query).stream()
                    .filter(entry -> !late.contains(entry.id()))
                    .toList();
        }
    }

    private static final class LateUpdates extends DelegatingRepository {
        private final Window window = new Window();

        LateUpdates(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            if (!(commit.change() instanceof Change.Updated update) || !isCurrent(update)) {
                super.commit(commit);
                return;
            }
            window.open();
            for (Commit next = commit; ; next = onTopOfCurrent(update, commit)) {
                try {
                    super.commit(next);
                    return;
                } catch (StaleVersionException overtaken) {
                    window.open();
                }
            }
        }

        private boolean isCurrent(Change.Updated update) {
            return find(update.org(), update.id())
                    .filter(current -> current.version() == update.expectedVersion())
                    .isPresent();
        }

        private Commit onTopOfCurrent(Change.Updated update, Commit commit) {
            long current = find(update.org(), update.id()).orElseThrow().version();
            Credential<SealedSecret> after =
                    like(update.after()).version(current + 1).build();
            return new Commit(new Change.Updated(after, update.changed()), commit.entry(), commit.receipt());
        }
    }

    private static final class LateReceipts extends DelegatingRepository {
        private final Window window = new Window();

        LateReceipts(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            Optional<Receipt> stored = commit.receipt().map(Receipt::key).flatMap(this::receipt);
            window.open();
            try {
                super.commit(commit);
            } catch (DuplicateException e) {
                if (e.of() != DuplicateException.Of.RECEIPT || stored.isPresent()) {
                    throw e;
                }
                super.commit(ApplyFaults.withoutAnyReceipt(commit));
            }
        }
    }

    /** Reports of one credential wait for each other, but not for its updates. */
    private static final class WholeWrites extends DelegatingRepository {
        private final Window window = new Window();
        private final Map<CredentialId, Object> locks = new ConcurrentHashMap<>();

        WholeWrites(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            synchronized (locks.computeIfAbsent(id, unknown -> new Object())) {
                Optional<Credential<SealedSecret>> read = find(org, id);
                window.open();
                window.open();
                read.filter(credential -> !usage.isOlderThan(credential.usage()))
                        .ifPresent(
                                credential -> force(like(credential).used(usage).build()));
                return read.isPresent();
            }
        }

        @Override
        public void commit(Commit commit) {
            window.open();
            super.commit(commit);
        }
    }

    private static final class LateUsage extends DelegatingRepository {
        private final Window window = new Window();

        LateUsage(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            Optional<Credential<SealedSecret>> read = find(org, id);
            if (read.filter(credential -> !usage.isOlderThan(credential.usage()))
                    .isPresent()) {
                window.open();
                write(org, id, usage);
            }
            return read.isPresent();
        }

        private synchronized void write(OrgId org, CredentialId id, Usage usage) {
            force(like(find(org, id).orElseThrow()).used(usage).build());
        }

        @Override
        public synchronized void commit(Commit commit) {
            super.commit(commit);
        }
    }

    private static final class LateExternalIds extends DelegatingRepository {
        private final Window window = new Window();
        private final Storage sound;

        LateExternalIds(Storage sound) {
            super(sound);
            this.sound = sound;
        }

        @Override
        public ExternalId externalId(OrgId org, ExternalId candidate) {
            Optional<ExternalId> stored = sound.maintenance().externalId(org);
            if (stored.isPresent()) {
                return stored.get();
            }
            window.open();
            super.externalId(org, candidate);
            return candidate;
        }
    }
}
