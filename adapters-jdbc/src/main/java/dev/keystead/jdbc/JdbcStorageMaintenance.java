package dev.keystead.jdbc;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's work on the tables. */
final class JdbcStorageMaintenance implements StorageMaintenance {
    private final Database database;
    private final Database patient;

    /**
     * Assembles it.
     *
     * @param database for work in small pieces
     * @param patient for the one statement or transaction that grows with what is stored
     */
    JdbcStorageMaintenance(Database database, Database patient) {
        this.database = database;
        this.patient = patient;
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        return database.read(handle -> MaintenanceSql.scan(handle, after, limit));
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        return database.read(handle -> MaintenanceSql.organizations(handle, after, limit));
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        return database.read(handle -> ExternalIdTable.find(handle, org));
    }

    @Override
    public Map<String, Long> countByKeyId() {
        return patient.read(MaintenanceSql::countByKeyId);
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        return binding.member() == Member.KEY
                && database.write(handle -> MaintenanceSql.replaceSealed(handle, binding, expected, replacement));
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        return database.write(handle -> ReceiptTable.expire(handle, now, limit));
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        patient.writeOnce(handle -> new Loader(handle, replace).load(items));
    }
}
