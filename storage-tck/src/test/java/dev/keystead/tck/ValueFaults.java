package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.like;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults in what holds for every call. */
final class ValueFaults {
    private ValueFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository(
                        "S-01", "shows the history of organisations whose ids differ in case", MixedCases::new),
                Fault.ofRepository(
                        "S-04",
                        "trims comments",
                        sound -> finding(
                                sound,
                                found -> like(found)
                                        .commented(found.comments().value().stripTrailing())
                                        .build())),
                Fault.ofRepository("S-05", "remembers for each thread what was not there", Remembering::new),
                Fault.ofRepository("S-06", "keeps times before 1970 to the second", Seconds::new),
                Fault.ofRepository(
                        "S-07",
                        "keeps versions as ints",
                        sound -> finding(
                                sound,
                                found -> like(found)
                                        .version(Math.min(found.version(), Integer.MAX_VALUE))
                                        .build())),
                Fault.ofRepository(
                        "S-08",
                        "cuts comments at 2,000 chars",
                        sound -> finding(
                                sound,
                                found -> like(found)
                                        .commented(cut(found.comments().value()))
                                        .build())));
    }

    static CredentialRepository finding(Storage sound, UnaryOperator<Credential<SealedSecret>> distortion) {
        return new DelegatingRepository(sound) {
            @Override
            public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
                return super.find(org, id).map(distortion);
            }
        };
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private static final class MixedCases extends DelegatingRepository {
        MixedCases(Storage sound) {
            super(sound);
        }

        @Override
        public List<HistoryEntry> history(HistoryQuery query) {
            OrgId lower = new OrgId(query.org().value().toLowerCase(Locale.ROOT));
            List<HistoryEntry> own = super.history(query);
            return lower.equals(query.org())
                    ? own
                    : Stream.concat(own.stream(), super.history(in(lower, query)).stream())
                            .toList();
        }

        private static HistoryQuery in(OrgId org, HistoryQuery query) {
            return new HistoryQuery(org, query.credential(), query.before(), query.limit());
        }
    }

    private static final class Remembering extends DelegatingRepository {
        private final ThreadLocal<Set<CredentialId>> absent = ThreadLocal.withInitial(HashSet::new);

        Remembering(Storage sound) {
            super(sound);
        }

        @Override
        public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
            if (absent.get().contains(id)) {
                return Optional.empty();
            }
            Optional<Credential<SealedSecret>> found = super.find(org, id);
            if (found.isEmpty()) {
                absent.get().add(id);
            }
            return found;
        }
    }

    private static final class Seconds extends DelegatingRepository {
        Seconds(Storage sound) {
            super(sound);
        }

        @Override
        public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
            Optional<Instant> time =
                    usage.lastTime().map(at -> at.isBefore(Instant.EPOCH) ? at.truncatedTo(ChronoUnit.SECONDS) : at);
            return super.recordUsage(org, id, new Usage(usage.resources(), time));
        }
    }
}
