package dev.keystead.tck;

import dev.keystead.core.domain.Receipt;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Faults in refusing commits. */
final class RefuseFaults {
    private RefuseFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository("S-42", "calls a taken id stale", Miscalling::new),
                Fault.ofRepository("S-43", "lets receipts expire a millisecond early", Hasty::new),
                Fault.ofRepository("S-44", "lets receipts expire a moment late", Tardy::new),
                Fault.ofRepository("S-45", "removes later versions than the expected one", Careless::new),
                Fault.ofRepository("S-46", "keeps the entries of stale commits", Leftovers::new),
                Fault.ofRepository("S-48", "looks at the version first", VersionFirst::new),
                Fault.ofRepository("S-49", "looks at what is not there without complaint", Unconcerned::new),
                Fault.ofRepository("S-57", "gives an entry another id if its own is taken", Renaming::new));
    }

    private static final class Miscalling extends DelegatingRepository {
        Miscalling(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            try {
                super.commit(commit);
            } catch (DuplicateException e) {
                throw e.of() == DuplicateException.Of.CREDENTIAL ? new StaleVersionException() : e;
            }
        }
    }

    private static final class Hasty extends DelegatingRepository {
        Hasty(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            Instant early = commit.entry().time().plusMillis(1);
            boolean almost = expiry(commit).equals(Optional.of(early));
            super.commit(almost ? Commits.at(early, commit) : commit);
        }

        private Optional<Instant> expiry(Commit commit) {
            return commit.receipt().map(Receipt::key).flatMap(this::receipt).map(Receipt::expiresAt);
        }
    }

    private static final class Tardy extends DelegatingRepository {
        Tardy(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            commit.receipt()
                    .map(Receipt::key)
                    .flatMap(this::receipt)
                    .filter(stored -> stored.expiresAt().equals(commit.entry().time()))
                    .ifPresent(stored -> {
                        throw new DuplicateException(DuplicateException.Of.RECEIPT);
                    });
            super.commit(commit);
        }
    }

    private static final class Careless extends DelegatingRepository {
        Careless(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            super.commit(
                    commit.change() instanceof Change.Removed removed
                            ? new Commit(loosened(removed), commit.entry(), commit.receipt())
                            : commit);
        }

        private Change loosened(Change.Removed removed) {
            long current = find(removed.org(), removed.id())
                    .map(credential -> credential.version())
                    .orElse(0L);
            return new Change.Removed(removed.org(), removed.id(), Math.max(current, removed.expectedVersion()));
        }
    }

    private static final class Leftovers extends DelegatingRepository {
        Leftovers(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            try {
                super.commit(commit);
            } catch (StaleVersionException e) {
                force(new Item.OfHistory(commit.entry()));
                throw e;
            }
        }
    }

    private static final class VersionFirst extends DelegatingRepository {
        VersionFirst(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            Optional<Long> current =
                    find(commit.change().org(), commit.change().id()).map(credential -> credential.version());
            if (!current.equals(expected(commit.change(), current))) {
                throw new StaleVersionException();
            }
            super.commit(commit);
        }

        private static Optional<Long> expected(Change change, Optional<Long> current) {
            return change.fold(
                    created -> current,
                    updated -> Optional.of(updated.expectedVersion()),
                    removed -> Optional.of(removed.expectedVersion()),
                    unchanged -> Optional.of(unchanged.expectedVersion()));
        }
    }

    private static final class Unconcerned extends DelegatingRepository {
        Unconcerned(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            boolean absent = find(commit.change().org(), commit.change().id()).isEmpty();
            if (!(absent && commit.change() instanceof Change.Unchanged)) {
                super.commit(commit);
            }
        }
    }

    private static final class Renaming extends DelegatingRepository {
        Renaming(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            try {
                super.commit(commit);
            } catch (DuplicateException e) {
                if (e.of() != DuplicateException.Of.HISTORY_ENTRY) {
                    throw e;
                }
                super.commit(Commits.withEntryId(commit.entry().id() + "-again", commit));
            }
        }
    }
}
