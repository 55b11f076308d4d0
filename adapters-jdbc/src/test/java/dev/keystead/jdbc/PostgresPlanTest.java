package dev.keystead.jdbc;

import static dev.keystead.jdbc.PostgresPlans.assertIndexed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, too, reading a page or changing a credential costs no more when there is much else: no table is read whole, nothing is sorted. */
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

    @BeforeEach
    void beginAnew() {
        plans.begin();
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

    @Test
    void updatesByThePrimaryKey() throws SQLException {
        repository.commit(Organisations.renaming(stored("id-5007"), "renamed", Optional.empty()));

        assertIndexed("credential_pkey", plans.ofTheStatement("UPDATE credential", updateOf("id-5007")));
    }

    @Test
    void removesByThePrimaryKey() throws SQLException {
        repository.commit(Organisations.removing(stored("id-5027")));

        assertIndexed("credential_pkey", plans.ofTheStatement("DELETE FROM credential", "org-7", "id-5047", "1"));
    }

    @Test
    void recordsALookByThePrimaryKeyOfTheCredential() throws SQLException {
        Credential<SealedSecret> credential = stored("id-5067");
        repository.commit(new Commit(
                new Change.Unchanged(credential.org(), credential.id(), credential.version()),
                Organisations.removing(credential).entry(),
                Optional.empty()));

        assertIndexed(
                "credential_pkey",
                plans.ofTheStatement(
                        "INSERT INTO history",
                        "org-7",
                        "h",
                        NOW,
                        "ada",
                        "resolved",
                        "id-5067",
                        "n",
                        "",
                        "",
                        "r",
                        "org-7",
                        "id-5067",
                        "1"));
    }

    @Test
    void recordsAUseByThePrimaryKey() throws SQLException {
        repository.recordUsage(ORG, new CredentialId("id-5087"), new Usage(7, Optional.of(Fixture.NOW)));

        assertIndexed("credential_pkey", plans.ofTheStatement("UPDATE credential", "7", NOW, "org-7", "id-5087", NOW));
    }

    @Test
    void replacesASealedSecretByThePrimaryKey() throws SQLException {
        maintenance.replaceSealed(
                new SecretBinding(ORG, ID, Member.KEY), new SealedSecret("kid-0", "s"), new SealedSecret("kid-9", "t"));

        assertIndexed(
                "credential_pkey",
                plans.ofTheStatement("UPDATE credential", "kid-9", "t", "org-7", "id-5007", "kid-0", "s"));
    }

    @Test
    void findsAReceiptByThePrimaryKey() throws SQLException {
        repository.receipt(new Receipt.Key(ORG, Fixture.SUBJECT, new IdempotencyKey("key-5027")));

        List<String> found = plans.ofTheOnlyStatement("org-7", "ada", "key-5027");
        assertIndexed("receipt_pkey", found);
        assertThat(found).allSatisfy(plan -> assertThat(plan).contains("Index Cond: ((org_id = "));
    }

    @Test
    void replacesAnExpiredReceiptByThePrimaryKey() throws SQLException {
        Receipt expired = repository
                .receipt(new Receipt.Key(ORG, Fixture.SUBJECT, new IdempotencyKey("key-5047")))
                .orElseThrow();
        repository.commit(Organisations.renaming(stored("id-5107"), "renamed", Optional.of(expired)));

        assertIndexed("receipt_pkey", plans.ofTheStatement("DELETE FROM receipt", "org-7", "ada", "key-5047", NOW));
    }

    @Test
    void findsAnExternalIdByThePrimaryKey() throws SQLException {
        maintenance.externalId(ORG);

        assertIndexed("external_id_pkey", plans.ofTheOnlyStatement("org-7"));
    }

    private static Credential<SealedSecret> stored(String id) {
        return repository.find(ORG, new CredentialId(id)).orElseThrow();
    }

    private static String[] updateOf(String id) {
        return new String[] {"name", "c", "r", "cl", "p", "kid", "sealed", "2", NOW, "ada", "org-7", id, "1"};
    }
}
