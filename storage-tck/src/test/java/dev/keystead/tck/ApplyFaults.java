package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.like;

import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Faults in commits that are applied. */
final class ApplyFaults {
    private ApplyFaults() {}

    static List<Fault> all() {
        return List.of(
                rewriting("S-40", "forgets the receipt of a commit without a change", ApplyFaults::withoutReceipt),
                rewriting(
                        "S-52",
                        "takes the empty text for an absent one",
                        commit -> mapUpdate(commit, update -> {
                            Set<Member> changed = members(update.changed());
                            if (update.after().comments().equals(Comments.NONE)) {
                                changed.remove(Member.COMMENTS);
                            }
                            return new Change.Updated(update.after(), changed);
                        })),
                rewriting(
                        "S-53",
                        "writes all members of an updated credential",
                        commit -> mapUpdate(commit, update -> new Change.Updated(update.after(), allMembers()))),
                Fault.ofRepository("S-54", "raises the version without a change", Raising::new),
                new Fault("S-55", "goes on counting removed secrets", ApplyFaults::counting),
                Fault.ofRepository("S-56", "keeps the ids of removed credentials taken", Tombstones::new));
    }

    static Fault rewriting(String rule, String what, UnaryOperator<Commit> distortion) {
        return Fault.ofRepository(rule, what, sound -> new DelegatingRepository(sound) {
            @Override
            public void commit(Commit commit) {
                super.commit(distortion.apply(commit));
            }
        });
    }

    static Commit withoutAnyReceipt(Commit commit) {
        return new Commit(commit.change(), commit.entry(), Optional.empty());
    }

    private static Commit withoutReceipt(Commit commit) {
        return commit.change() instanceof Change.Unchanged ? withoutAnyReceipt(commit) : commit;
    }

    private static Commit mapUpdate(Commit commit, UnaryOperator<Change.Updated> distortion) {
        return commit.change() instanceof Change.Updated update
                ? new Commit(distortion.apply(update), commit.entry(), commit.receipt())
                : commit;
    }

    private static Set<Member> allMembers() {
        return EnumSet.complementOf(EnumSet.of(Member.TENANT));
    }

    private static Set<Member> members(Set<Member> some) {
        Set<Member> members = EnumSet.noneOf(Member.class);
        members.addAll(some);
        return members;
    }

    private static final class Raising extends DelegatingRepository {
        Raising(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            if (commit.change() instanceof Change.Unchanged unchanged) {
                Credential<SealedSecret> left =
                        find(unchanged.org(), unchanged.id()).orElseThrow();
                force(like(left).version(left.version() + 1).build());
            }
        }
    }

    private static Storage counting(Storage sound) {
        Map<String, Long> removed = new HashMap<>();
        CredentialRepository noting = new DelegatingRepository(sound) {
            @Override
            public void commit(Commit commit) {
                Optional<Credential<SealedSecret>> before =
                        find(commit.change().org(), commit.change().id());
                super.commit(commit);
                if (commit.change() instanceof Change.Removed
                        && before.orElseThrow().account() instanceof AzureServicePrincipal<SealedSecret> principal) {
                    removed.merge(principal.key().keyId(), 1L, Long::sum);
                }
            }
        };
        StorageMaintenance adding = new DelegatingMaintenance(sound) {
            @Override
            public Map<String, Long> countByKeyId() {
                Map<String, Long> counts = new HashMap<>(removed);
                super.countByKeyId().forEach((keyId, count) -> counts.merge(keyId, count, Long::sum));
                return counts;
            }
        };
        return new DelegatingStorage(sound) {
            @Override
            public CredentialRepository repository() {
                return noting;
            }

            @Override
            public StorageMaintenance maintenance() {
                return adding;
            }
        };
    }

    private static final class Tombstones extends DelegatingRepository {
        private final Set<CredentialId> removed = new HashSet<>();

        Tombstones(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            if (commit.change() instanceof Change.Created
                    && removed.contains(commit.change().id())) {
                throw new DuplicateException(DuplicateException.Of.CREDENTIAL);
            }
            super.commit(commit);
            if (commit.change() instanceof Change.Removed) {
                removed.add(commit.change().id());
            }
        }
    }
}
