package dev.keystead.tck;

import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults in receipts, usage and external ids. */
final class ReportFaults {
    private ReportFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository("S-50", "forgets whether the answer showed the credential", Bare::new),
                Fault.ofRepository("S-51", "gives a key to one subject of the organisation alone", OneSubject::new),
                Fault.ofRepository("S-60", "ignores a later report of the same time", FirstOfTime::new),
                Fault.ofRepository("S-61", "writes an entry at a report of use", Chatty::new),
                Fault.ofRepository("S-62", "says whether it wrote, not whether the credential is there", Wrote::new),
                Fault.ofRepository("S-70", "forgets the external id with the last credential", Forgetting::new));
    }

    private static final class Bare extends DelegatingRepository {
        Bare(Storage sound) {
            super(sound);
        }

        @Override
        public Optional<Receipt> receipt(Receipt.Key key) {
            return super.receipt(key)
                    .map(stored -> new Receipt(
                            stored.key(),
                            stored.fingerprint(),
                            stored.operation(),
                            stored.credential(),
                            stored.view(),
                            false,
                            stored.expiresAt()));
        }
    }

    private static final class OneSubject extends DelegatingRepository {
        private final Map<List<Object>, Subject> owners = new HashMap<>();

        OneSubject(Storage sound) {
            super(sound);
        }

        @Override
        public synchronized void commit(Commit commit) {
            commit.receipt().map(Receipt::key).ifPresent(this::claim);
            super.commit(commit);
        }

        private void claim(Receipt.Key key) {
            IdempotencyKey idempotencyKey = key.idempotencyKey();
            Subject owner = owners.computeIfAbsent(List.of(key.org(), idempotencyKey), unclaimed -> key.subject());
            if (!owner.equals(key.subject())) {
                throw new DuplicateException(DuplicateException.Of.RECEIPT);
            }
        }
    }

    private static final class FirstOfTime extends DelegatingRepository {
        FirstOfTime(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            boolean sameTime = find(org, id)
                    .filter(stored -> stored.usage().lastTime().equals(usage.lastTime()))
                    .isPresent();
            return sameTime || super.recordUsage(org, id, usage);
        }
    }

    private static final class Chatty extends DelegatingRepository {
        Chatty(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            force(new Item.OfHistory(
                    EntryBuilder.anEntry().id("used").of(org, id).build()));
            return super.recordUsage(org, id, usage);
        }
    }

    private static final class Wrote extends DelegatingRepository {
        Wrote(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            boolean younger = find(org, id)
                    .filter(stored -> !usage.isOlderThan(stored.usage()))
                    .isPresent();
            return super.recordUsage(org, id, usage) && younger;
        }
    }

    private static final class Forgetting extends DelegatingRepository {
        private final Set<OrgId> emptied = new HashSet<>();

        Forgetting(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            OrgId org = commit.change().org();
            if (commit.change() instanceof Change.Removed
                    && list(new ListQuery(org, CredentialFilter.ALL, Optional.empty(), 1))
                            .isEmpty()) {
                emptied.add(org);
            }
        }

        @Override
        public ExternalId externalId(OrgId org, ExternalId candidate) {
            return emptied.contains(org) ? candidate : super.externalId(org, candidate);
        }
    }
}
