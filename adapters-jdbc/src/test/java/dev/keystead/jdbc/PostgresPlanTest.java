package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageMaintenance.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, too, reading a page costs no more when there is much else: no table is read whole, nothing is sorted. */
class PostgresPlanTest {
    private static final OrgId ORG = new OrgId("org-7");
    private static final CredentialId ID = new CredentialId("id-5007");
    private static final String NOW = "2026-11-23T00:30:00Z";

    private static PostgresPlans plans;
    private static CredentialRepository repository;
    private static StorageMaintenance maintenance;

    @BeforeAll
    static void fillDatabase() throws SQLException {
        plans = PostgresPlans.open();
        repository = plans.storage().repository();
        maintenance = plans.storage().maintenance();
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        plans.close();
    }

    @Test
    void findsByThePrimaryKey() throws SQLException {
        repository.find(ORG, ID);

        assertIndexed("credential_pkey", plans.ofTheOnlyStatement("org-7", "id-5007"));
    }

    @Test
    void listsInTheOrderOfThePrimaryKey() throws SQLException {
        repository.list(new ListQuery(ORG, CredentialFilter.ALL, Optional.empty(), 20));

        assertIndexed("credential_pkey", plans.ofTheOnlyStatement("org-7", "20"));
    }

    @Test
    void listsAFilteredPageInTheOrderOfThePrimaryKey() throws SQLException {
        CredentialFilter filter =
                new CredentialFilter(Optional.of(CloudType.AZURE), Optional.of(new NamePrefix("name 5")));

        repository.list(new ListQuery(ORG, filter, Optional.of(ID), 20));

        assertIndexed("credential_pkey", plans.ofTheOnlyStatement("org-7", "id-5007", "azure", "name 5%", "20"));
    }

    @Test
    void readsHistoryBackwardsInThePrimaryKey() throws SQLException {
        repository.history(new HistoryQuery(ORG, Optional.empty(), Optional.of(new HistoryId("h-5007")), 20));

        assertIndexed("history_pkey", plans.ofTheOnlyStatement("org-7", "h-5007", "20"));
    }

    @Test
    void readsTheHistoryOfOneCredentialBackwardsInItsIndex() throws SQLException {
        CredentialId credential = new CredentialId("id-7");

        repository.history(new HistoryQuery(ORG, Optional.of(credential), Optional.of(new HistoryId("h-5007")), 20));

        assertIndexed("history_by_credential", plans.ofTheOnlyStatement("org-7", "id-7", "h-5007", "20"));
    }

    @Test
    void beginsAScanInThePrimaryKey() throws SQLException {
        maintenance.scan(Optional.empty(), 100);

        assertIndexed("credential_pkey", plans.ofTheOnlyStatement("", "100"));
    }

    @Test
    void continuesAScanInThePrimaryKey() throws SQLException {
        maintenance.scan(Optional.of(new Position(ORG, new CredentialId("id-1"))), 100);

        assertIndexed("credential_pkey", plans.ofTheOnlyStatement("org-7", "id-1", "100"));
    }

    @Test
    void findsTheNextOrganisationInEachPrimaryKey() throws SQLException {
        maintenance.organizations(Optional.of(ORG), 1);

        List<String> found = plans.ofTheOnlyStatement("org-7", "org-7", "org-7");
        assertIndexed("credential_pkey", found);
        assertIndexed("history_pkey", found);
        assertIndexed("external_id_pkey", found);
    }

    @Test
    void expiresReceiptsFromTheOldestInTheirIndex() throws SQLException {
        maintenance.expireReceipts(Instant.parse(NOW), 100);

        assertIndexed("receipt_by_expiry", plans.ofTheOnlyStatement(NOW, NOW, "100"));
    }

    private static void assertIndexed(String index, List<String> found) {
        assertThat(found)
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index (Only )?Scan (Backward )?using " + index)
                        .doesNotContainPattern("-> +(Seq Scan|Bitmap|Sort|Incremental Sort)"));
    }
}
