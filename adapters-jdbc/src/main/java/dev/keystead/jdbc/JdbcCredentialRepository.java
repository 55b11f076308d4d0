package dev.keystead.jdbc;

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
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import java.util.List;
import java.util.Optional;

/** Credentials, history, receipts and external ids in tables; right under READ COMMITTED. */
final class JdbcCredentialRepository implements CredentialRepository {
    private final Database database;

    JdbcCredentialRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        return database.read(handle -> CredentialTable.find(handle, org, id));
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        return database.read(handle -> CredentialTable.list(handle, query));
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return database.read(handle -> HistoryTable.page(handle, query));
    }

    @Override
    public void commit(Commit commit) {
        try {
            database.write(new CommitWork(commit, false));
        } catch (DuplicateException taken) {
            if (taken.of() != DuplicateException.Of.RECEIPT) {
                throw taken;
            }
            database.write(new CommitWork(commit, true)); // the receipt that was met may have expired
        }
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        return database.readPromise(handle -> ReceiptTable.find(handle, key));
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        return database.write(handle -> CredentialTable.recordUsage(handle, org, id, usage));
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        return stored(org).orElseGet(() -> putIfAbsent(org, candidate));
    }

    private ExternalId putIfAbsent(OrgId org, ExternalId candidate) {
        try {
            database.write(handle -> SqlErrors.refusingDuplicates(
                    DuplicateException.Of.EXTERNAL_ID, () -> ExternalIdTable.insert(handle, org, candidate)));
            return candidate;
        } catch (DuplicateException lostRace) {
            return stored(org).orElseThrow(); // no external id is ever deleted
        }
    }

    private Optional<ExternalId> stored(OrgId org) {
        return database.readPromise(handle -> ExternalIdTable.find(handle, org));
    }
}
