package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading one organisation costs no more when there are many others. */
class QueryPlanTest {
    private static final CredentialId ID = new CredentialId("one");
    private static final String SORTED = "/* index sorted */";

    private Connection open;
    private ObservedDataSource dataSource;
    private Storage storage;

    @BeforeEach
    void openDatabase() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:plans");
        open = h2.getConnection();
        dataSource = new ObservedDataSource(h2);
        storage = JdbcStorage.over(dataSource);
        storage.migrate();
        dataSource.statements.clear();
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        storage.close();
        open.close();
    }

    @Test
    void findsByThePrimaryKey() throws SQLException {
        storage.repository().find(Fixture.ORG, ID);

        assertThat(planOfTheOnlyStatement()).contains("PRIMARY_KEY").contains("ORG_ID = ?1", "ID = ?2");
    }

    @Test
    void listsInTheOrderOfThePrimaryKey() throws SQLException {
        storage.repository().list(new ListQuery(Fixture.ORG, CredentialFilter.ALL, Optional.empty(), 20));

        assertThat(planOfTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1", SORTED);
    }

    @Test
    void listsAFilteredPageInTheOrderOfThePrimaryKey() throws SQLException {
        CredentialFilter filter =
                new CredentialFilter(Optional.of(CloudType.AZURE), Optional.of(new NamePrefix("50%_")));

        storage.repository().list(new ListQuery(Fixture.ORG, filter, Optional.of(ID), 20));

        assertThat(planOfTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1", "ID > ?2", SORTED);
    }

    @Test
    void listsWithoutReadingSealedColumns() {
        storage.repository().list(new ListQuery(Fixture.ORG, CredentialFilter.ALL, Optional.empty(), 20));

        assertThat(dataSource.statements).singleElement().asString().doesNotContain("key_sealed");
    }

    @Test
    void readsHistoryBackwardsInThePrimaryKey() throws SQLException {
        storage.repository()
                .history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.of(new HistoryId("h")), 20));

        assertThat(planOfTheOnlyStatement()).contains("PRIMARY_KEY", "ORG_ID = ?1", "ID < ?2", SORTED);
    }

    @Test
    void readsTheHistoryOfOneCredentialBackwardsInItsIndex() throws SQLException {
        storage.repository()
                .history(new HistoryQuery(Fixture.ORG, Optional.of(ID), Optional.of(new HistoryId("h")), 20));

        assertThat(planOfTheOnlyStatement()).contains("HISTORY_BY_CREDENTIAL", "CREDENTIAL_ID = ?2", SORTED);
    }

    @Test
    void countsSecretsInTheIndexOfKeys() throws SQLException {
        storage.maintenance().countByKeyId();

        assertThat(planOfTheOnlyStatement()).contains("CREDENTIAL_BY_KEY");
    }

    private String planOfTheOnlyStatement() throws SQLException {
        assertThat(dataSource.statements).hasSize(1);
        try (PreparedStatement explain = open.prepareStatement("EXPLAIN " + dataSource.statements.remove())) {
            int parameters = explain.getParameterMetaData().getParameterCount();
            for (int parameter = 1; parameter <= parameters; parameter++) {
                explain.setObject(parameter, parameter == parameters ? "20" : "x");
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
