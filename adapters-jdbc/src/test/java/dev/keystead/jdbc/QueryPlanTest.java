package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading one organisation, and changing one credential, costs no more when there are many others. */
class QueryPlanTest {
    private static final CredentialId ID = new CredentialId("one");
    private static final String SORTED = "/* index sorted */";

    private H2Plans plans;
    private Storage storage;

    @BeforeEach
    void openDatabase() throws SQLException {
        plans = H2Plans.of("jdbc:h2:mem:plans");
        storage = plans.storage();
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        plans.close();
    }

    @Test
    void findsByThePrimaryKey() throws SQLException {
        storage.repository().find(Fixture.ORG, ID);

        assertThat(plans.ofTheOnlyStatement()).contains("PRIMARY_KEY").contains("ORG_ID = ?1", "ID = ?2");
    }

    @Test
    void listsFromOneIndexInItsOrder() throws SQLException {
        storage.repository().list(new ListQuery(Fixture.ORG, CredentialFilter.ALL, Optional.empty(), 20));

        assertThat(plans.ofTheOnlyStatement()).contains("CREDENTIAL_LISTED", "ORG_ID = ?1", SORTED);
    }

    /** Else H2 reads a row for each line of the list, and its plan tells nothing of it. */
    @Test
    void listsNothingThatIsNotInTheIndex() throws SQLException {
        assertThat(plans.columnsOf("CREDENTIAL_LISTED"))
                .containsAll(
                        List.of(SummaryMapper.COLUMNS.toUpperCase(Locale.ROOT).split(", ")));
    }

    @Test
    void listsAFilteredPageFromOneIndexInItsOrder() throws SQLException {
        CredentialFilter filter =
                new CredentialFilter(Optional.of(CloudType.AZURE), Optional.of(new NamePrefix("50%_")));

        storage.repository().list(new ListQuery(Fixture.ORG, filter, Optional.of(ID), 20));

        assertThat(plans.ofTheOnlyStatement()).contains("CREDENTIAL_LISTED", "ORG_ID = ?1", "ID > ?2", SORTED);
    }

    @Test
    void listsWithoutReadingSealedColumns() {
        storage.repository().list(new ListQuery(Fixture.ORG, CredentialFilter.ALL, Optional.empty(), 20));

        assertThat(plans.theOnlyStatement()).doesNotContain("key_sealed");
    }

    @Test
    void readsHistoryBackwardsInThePrimaryKey() throws SQLException {
        storage.repository()
                .history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.of(new HistoryId("h")), 20));

        assertThat(plans.ofTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1", "ID < ?2", SORTED);
    }

    @Test
    void readsTheHistoryOfOneCredentialBackwardsInItsIndex() throws SQLException {
        storage.repository()
                .history(new HistoryQuery(Fixture.ORG, Optional.of(ID), Optional.of(new HistoryId("h")), 20));

        assertThat(plans.ofTheOnlyStatement()).contains("HISTORY_BY_CREDENTIAL", "CREDENTIAL_ID = ?2", SORTED);
    }

    @Test
    void countsSecretsInTheIndexOfKeys() throws SQLException {
        storage.maintenance().countByKeyId();

        assertThat(plans.ofTheOnlyStatement()).contains("CREDENTIAL_BY_KEY");
    }

    @Test
    void updatesByThePrimaryKey() throws SQLException {
        create();
        storage.repository().commit(Organisations.renaming(stored(), "renamed", Optional.empty()));

        assertThat(plans.ofTheStatement("UPDATE credential")).contains("PRIMARY_KEY", "ORG_ID = ?11", "ID = ?12");
    }

    @Test
    void removesByThePrimaryKey() throws SQLException {
        create();
        storage.repository().commit(Organisations.removing(stored()));

        assertThat(plans.ofTheStatement("DELETE FROM credential")).contains("PRIMARY_KEY", "ORG_ID = ?1", "ID = ?2");
    }

    @Test
    void recordsALookByThePrimaryKeyOfTheCredential() throws SQLException {
        create();
        Credential<SealedSecret> credential = stored();
        storage.repository()
                .commit(new Commit(
                        new Change.Unchanged(credential.org(), credential.id(), credential.version()),
                        Organisations.removing(credential).entry(),
                        Optional.empty()));

        assertThat(plans.ofTheStatement("INSERT INTO history")).contains("PRIMARY_KEY", "ORG_ID = ?11", "ID = ?12");
    }

    @Test
    void recordsAUseByThePrimaryKey() throws SQLException {
        storage.repository().recordUsage(Fixture.ORG, ID, new Usage(7, Optional.of(Fixture.NOW)));

        assertThat(plans.ofTheStatement("UPDATE credential")).contains("PRIMARY_KEY", "ORG_ID = ?3", "ID = ?4");
    }

    @Test
    void findsAReceiptByThePrimaryKey() throws SQLException {
        storage.repository().receipt(new Receipt.Key(Fixture.ORG, Fixture.SUBJECT, new IdempotencyKey("k")));

        assertThat(plans.ofTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1", "SUBJECT = ?2", "IDEM_KEY = ?3");
    }

    @Test
    void replacesAnExpiredReceiptByThePrimaryKey() throws SQLException {
        create();
        Receipt receipt = Fixture.receipt("k", stored().masked(), Fixture.NOW);
        storage.repository().commit(Organisations.renaming(stored(), "renamed", Optional.of(receipt)));
        storage.repository().commit(Organisations.renaming(stored(), "again", Optional.of(receipt)));

        assertThat(plans.ofTheStatement("DELETE FROM receipt"))
                .contains("PRIMARY_KEY", "ORG_ID = ?1", "SUBJECT = ?2", "IDEM_KEY = ?3");
    }

    @Test
    void findsAnExternalIdByThePrimaryKey() throws SQLException {
        storage.maintenance().externalId(Fixture.ORG);

        assertThat(plans.ofTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1");
    }

    @Test
    void expiresReceiptsFromTheOldestInTheirIndex() throws SQLException {
        storage.maintenance().expireReceipts(Fixture.NOW, 100);

        assertThat(plans.ofTheOnlyStatement()).contains("RECEIPT_BY_EXPIRY", SORTED);
    }

    private void create() {
        storage.repository().commit(Fixture.creation(ID.value()));
    }

    private Credential<SealedSecret> stored() {
        return storage.repository().find(Fixture.ORG, ID).orElseThrow();
    }
}
