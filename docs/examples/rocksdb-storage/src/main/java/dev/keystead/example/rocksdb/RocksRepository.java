package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Credentials, history, receipts and external ids, each call one read or one write of the database. */
final class RocksRepository implements CredentialRepository {
    private final Database database;

    RocksRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        return database.read(view -> Records.credential(view, org, id));
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        byte[] all = Keys.credentials(query.org());
        byte[] start = query.after().map(id -> Keys.credential(query.org(), id)).orElse(all);
        List<CredentialSummary> page = new ArrayList<>();
        return database.read(view -> {
            view.ascend(all, start, (key, value) -> {
                CredentialSummary summary = CredentialCodec.decode(value).summary();
                if (query.filter().matches(summary)) {
                    page.add(summary);
                }
                return page.size() < query.limit();
            });
            return page;
        });
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return database.read(view -> query.credential()
                .map(credential -> HistoryPages.of(view, query, credential))
                .orElseGet(() -> HistoryPages.ofAll(view, query)));
    }

    @Override
    public void commit(Commit commit) {
        database.write(batch -> {
            CommitWork.apply(commit, batch);
            return true;
        });
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        return database.read(view -> Records.receipt(view, key));
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        return database.write(batch -> {
            Optional<Credential<SealedSecret>> stored = Records.credential(batch, org, id);
            stored.filter(credential -> !usage.isOlderThan(credential.usage()))
                    .ifPresent(credential -> Records.put(batch, credential.used(usage)));
            return stored.isPresent();
        });
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        Optional<ExternalId> known = database.read(view -> Records.externalId(view, org));
        return known.orElseGet(() -> database.write(batch -> {
            ExternalId kept = Records.externalId(batch, org).orElse(candidate);
            Records.put(batch, org, kept);
            return kept;
        }));
    }
}
