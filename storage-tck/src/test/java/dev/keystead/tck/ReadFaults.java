package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.like;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Faults in finding and listing. */
final class ReadFaults {
    private ReadFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.ofRepository(
                        "S-10",
                        "forgets the partition of a role",
                        sound -> ValueFaults.finding(sound, ReadFaults::withoutPartition)),
                Fault.ofRepository("S-11", "takes ids in any case", AnyCase::new),
                listing(
                        "S-20",
                        "sorts ids without regard to case",
                        list -> query -> list.apply(query).stream()
                                .sorted(Comparator.comparing(
                                        summary -> summary.id().value().toLowerCase(Locale.ROOT)))
                                .toList()),
                listing(
                        "S-21",
                        "filters by the prefix or by the type",
                        list -> query -> query.filter().namePrefix().isPresent()
                                ? list.apply(filtered(query, Optional.empty()))
                                : list.apply(query)),
                listing(
                        "S-22",
                        "gives pages of 100 at the most",
                        list -> query -> list.apply(new ListQuery(
                                query.org(), query.filter(), query.after(), Math.min(100, query.limit())))),
                Fault.ofRepository("S-23", "begins anew behind an id that is gone", Restarting::new),
                listing("S-24", "takes a prefix for a pattern", ReadFaults::byPattern),
                listing(
                        "S-25",
                        "shows the first line of comments",
                        list -> query -> list.apply(query).stream()
                                .map(ReadFaults::firstLine)
                                .toList()),
                listing("S-26", "reads the first 2,000 of an organisation", ReadFaults::first2000));
    }

    private static Fault listing(
            String rule, String what, UnaryOperator<Function<ListQuery, List<CredentialSummary>>> distortion) {
        return Fault.ofRepository(rule, what, sound -> new DelegatingRepository(sound) {
            @Override
            public List<CredentialSummary> list(ListQuery query) {
                return distortion.apply(super::list).apply(query);
            }
        });
    }

    private static Credential<SealedSecret> withoutPartition(Credential<SealedSecret> found) {
        return found.account()
                .fold(
                        aws -> like(found)
                                .aws(aws.arn().value().replace("arn:aws-cn:", "arn:aws:"))
                                .build(),
                        azure -> found,
                        gcp -> found);
    }

    private static ListQuery filtered(ListQuery query, Optional<CloudType> type) {
        CredentialFilter filter = new CredentialFilter(type, query.filter().namePrefix());
        return new ListQuery(query.org(), filter, query.after(), query.limit());
    }

    /** Like LIKE without ESCAPE. */
    private static Function<ListQuery, List<CredentialSummary>> byPattern(
            Function<ListQuery, List<CredentialSummary>> list) {
        return query -> {
            String prefix = query.filter().namePrefix().map(Object::toString).orElse("");
            if (!prefix.contains("%")) {
                return list.apply(query);
            }
            Pattern like = Pattern.compile(Pattern.quote(prefix).replace("%", "\\E.*\\Q") + ".*");
            CredentialFilter rest = new CredentialFilter(query.filter().type(), Optional.empty());
            return list.apply(new ListQuery(query.org(), rest, query.after(), query.limit())).stream()
                    .filter(summary -> like.matcher(summary.name().value()).matches())
                    .toList();
        };
    }

    /** Like a driver with a row limit that filters, and goes to the position, by itself. */
    private static Function<ListQuery, List<CredentialSummary>> first2000(
            Function<ListQuery, List<CredentialSummary>> list) {
        return query -> list.apply(new ListQuery(query.org(), CredentialFilter.ALL, Optional.empty(), 2_000)).stream()
                .filter(query.filter()::matches)
                .filter(found -> query.after()
                        .map(after -> found.id().compareTo(after) > 0)
                        .orElse(true))
                .limit(query.limit())
                .toList();
    }

    private static CredentialSummary firstLine(CredentialSummary summary) {
        String first = summary.comments().value().lines().findFirst().orElse("");
        return new CredentialSummary(
                summary.id(), summary.type(), summary.name(), new Comments(first), summary.usage());
    }

    private static final class AnyCase extends DelegatingRepository {
        AnyCase(Storage sound) {
            super(sound);
        }

        @Override
        public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
            Optional<Credential<SealedSecret>> found = super.find(org, id);
            return found.isPresent()
                    ? found
                    : super.find(org, new CredentialId(id.value().toLowerCase(Locale.ROOT)));
        }
    }

    private static final class Restarting extends DelegatingRepository {
        Restarting(Storage sound) {
            super(sound);
        }

        @Override
        public List<CredentialSummary> list(ListQuery query) {
            Optional<CredentialId> known =
                    query.after().filter(id -> find(query.org(), id).isPresent());
            return super.list(new ListQuery(query.org(), query.filter(), known, query.limit()));
        }
    }
}
