package dev.keystead.tck;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Faults in reading the history. */
final class HistoryFaults {
    private HistoryFaults() {}

    static List<Fault> all() {
        return List.of(
                reading(
                        "S-30",
                        "sorts entries without regard to case",
                        history -> query -> history.apply(query).stream()
                                .sorted(Comparator.comparing((HistoryEntry entry) ->
                                                entry.id().value().toLowerCase(Locale.ROOT))
                                        .reversed())
                                .toList()),
                reading(
                        "S-31",
                        "shows all credentials' entries behind the first page",
                        history -> query -> history.apply(query.before().isPresent() ? ofAll(query) : query)),
                reading(
                        "S-32",
                        "gives pages of 100 at the most",
                        history -> query -> history.apply(new HistoryQuery(
                                query.org(), query.credential(), query.before(), Math.min(100, query.limit())))),
                reading(
                        "S-33",
                        "begins anew behind an id that nothing has",
                        history -> query -> history.apply(beginningAtKnownId(query, history))),
                reading(
                        "S-34",
                        "forgets that the tenant changed",
                        history -> query -> history.apply(query).stream()
                                .map(HistoryFaults::withoutTenant)
                                .toList()),
                reading("S-26", "looks for a credential's entries in a block of 500", HistoryFaults::ofOneBlock),
                Fault.ofRepository("S-35", "removes a credential with its history", Cascading::new));
    }

    /** Takes from the store what is behind the position, a block at the most, and looks for the credential there. */
    private static Function<HistoryQuery, List<HistoryEntry>> ofOneBlock(
            Function<HistoryQuery, List<HistoryEntry>> history) {
        return query -> history.apply(new HistoryQuery(query.org(), Optional.empty(), query.before(), 500)).stream()
                .filter(entry ->
                        query.credential().map(entry.credential()::equals).orElse(true))
                .limit(query.limit())
                .toList();
    }

    private static Fault reading(
            String rule, String what, UnaryOperator<Function<HistoryQuery, List<HistoryEntry>>> distortion) {
        return Fault.ofRepository(rule, what, sound -> new DelegatingRepository(sound) {
            @Override
            public List<HistoryEntry> history(HistoryQuery query) {
                return distortion.apply(super::history).apply(query);
            }
        });
    }

    private static HistoryQuery ofAll(HistoryQuery query) {
        return new HistoryQuery(query.org(), Optional.empty(), query.before(), query.limit());
    }

    private static HistoryQuery beginningAtKnownId(
            HistoryQuery query, Function<HistoryQuery, List<HistoryEntry>> history) {
        HistoryQuery everything = new HistoryQuery(query.org(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        List<HistoryId> known =
                history.apply(everything).stream().map(HistoryEntry::id).toList();
        return new HistoryQuery(query.org(), query.credential(), query.before().filter(known::contains), query.limit());
    }

    private static HistoryEntry withoutTenant(HistoryEntry entry) {
        Set<Member> changed = EnumSet.noneOf(Member.class);
        changed.addAll(entry.changed());
        changed.remove(Member.TENANT);
        return EntryBuilder.like(entry).changing(changed).build();
    }

    private static final class Cascading extends DelegatingRepository {
        private final Set<List<Object>> removed = new HashSet<>();

        Cascading(Storage sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            if (commit.change() instanceof Change.Removed) {
                removed.add(List.of(commit.change().org(), commit.change().id()));
            }
        }

        @Override
        public List<HistoryEntry> history(HistoryQuery query) {
            return super.history(query).stream()
                    .filter(entry -> entry.event() == HistoryEvent.REMOVED
                            || !removed.contains(List.of(entry.org(), entry.credential())))
                    .toList();
        }
    }
}
