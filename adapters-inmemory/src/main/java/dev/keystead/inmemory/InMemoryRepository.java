package dev.keystead.inmemory;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** The repository over the organisations' maps. */
final class InMemoryRepository implements CredentialRepository {
    private final Guard guard;
    private final Organisations organisations;
    private final Committer committer;

    InMemoryRepository(Guard guard, Organisations organisations) {
        this.guard = guard;
        this.organisations = organisations;
        this.committer = new Committer(organisations);
    }

    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        return guard.read(() -> organisations.reading(org).credential(id));
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        return guard.read(() -> {
            NavigableMap<CredentialId, Credential<SealedSecret>> all = organisations.reading(query.org()).credentials;
            return query.after().map(after -> all.tailMap(after, false)).orElse(all).values().stream()
                    .map(Credential::summary)
                    .filter(query.filter()::matches)
                    .limit(query.limit())
                    .toList();
        });
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return guard.read(() -> {
            NavigableMap<HistoryId, HistoryEntry> newestFirst =
                    organisations.reading(query.org()).history.descendingMap();
            return query
                    .before()
                    .map(before -> newestFirst.tailMap(before, false))
                    .orElse(newestFirst)
                    .values()
                    .stream()
                    .filter(entry ->
                            query.credential().map(entry.credential()::equals).orElse(true))
                    .limit(query.limit())
                    .toList();
        });
    }

    @Override
    public void commit(Commit commit) {
        guard.write(() -> {
            committer.apply(commit);
            return true;
        });
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        return guard.read(() ->
                Optional.ofNullable(organisations.reading(key.org()).receipts.get(key)));
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        return guard.write(() -> {
            Organisation organisation = organisations.reading(org);
            Optional<Credential<SealedSecret>> stored = organisation.credential(id);
            stored.filter(credential -> !usage.isOlderThan(credential.usage()))
                    .ifPresent(credential -> organisation.put(credential.used(usage)));
            return stored.isPresent();
        });
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        return guard.write(() -> {
            Organisation organisation = organisations.writing(org);
            ExternalId kept = organisation.externalId.orElse(candidate);
            organisation.externalId = Optional.of(kept);
            return kept;
        });
    }
}
