package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.Postgres;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller knows when the connection is lost in the middle of a commit, and how it learns the rest. */
class PostgresOutcomeTest {
    private FaultyProxy proxy;
    private Storage storage;
    private Storage direct;

    @BeforeEach
    void openStorage() {
        String url = Postgres.newSchema();
        proxy = FaultyProxy.to(Postgres.port());
        direct = Fixture.openMigrated(url);
        storage = Fixture.open(Postgres.through(proxy, url) + "&preferQueryMode=simple");
    }

    @AfterEach
    void close() {
        storage.close();
        direct.close();
        proxy.close();
    }

    @Test
    void leavesTheOutcomeOpenWhenTheCommitNeverArrives() {
        Commit commit = creation();
        proxy.cutBefore(FaultyProxy.COMMIT);

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isTrue();
        assertNothingIsThere();
    }

    @Test
    void leavesTheOutcomeOpenWhenTheAnswerToTheCommitIsLost() {
        Commit commit = creation();
        proxy.cutAfter(FaultyProxy.COMMIT);

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isTrue();
        assertAllIsThere(commit);
    }

    @Test
    void knowsThatNothingHappenedWhenAStatementNeverArrives() {
        proxy.cutBefore("INSERT INTO history");

        StorageUnavailableException failure = failureOf(creation());

        assertThat(failure.outcomeUnknown()).isFalse();
        assertNothingIsThere();
    }

    @Test
    void knowsThatNothingHappenedWhenTheAnswerToAStatementIsLost() {
        proxy.cutAfter("INSERT INTO history");

        StorageUnavailableException failure = failureOf(creation());

        assertThat(failure.outcomeUnknown()).isFalse();
        assertNothingIsThere();
    }

    @Test
    void appliesARepeatedCommitThatHadNeverArrived() {
        Commit commit = creation();
        proxy.cutBefore(FaultyProxy.COMMIT);
        failureOf(commit);

        storage.repository().commit(commit);

        assertAllIsThere(commit);
    }

    @Test
    void refusesARepeatedCommitWhoseAnswerWasLost() {
        Commit commit = creation();
        proxy.cutAfter(FaultyProxy.COMMIT);
        failureOf(commit);

        assertThatThrownBy(() -> storage.repository().commit(commit))
                .isInstanceOfSatisfying(
                        DuplicateException.class,
                        duplicate -> assertThat(duplicate.of()).isEqualTo(DuplicateException.Of.RECEIPT));

        assertAllIsThere(commit);
    }

    private StorageUnavailableException failureOf(Commit commit) {
        return catchThrowableOfType(
                StorageUnavailableException.class, () -> storage.repository().commit(commit));
    }

    private void assertNothingIsThere() {
        assertThat(direct.repository().find(Fixture.ORG, new CredentialId("one")))
                .isEmpty();
        assertThat(direct.repository().history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
        assertThat(direct.repository().receipt(key())).isEmpty();
    }

    private void assertAllIsThere(Commit commit) {
        assertThat(direct.repository().find(Fixture.ORG, new CredentialId("one")))
                .isPresent();
        assertThat(direct.repository().history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.empty(), 10)))
                .containsExactly(commit.entry());
        assertThat(direct.repository().receipt(key())).isEqualTo(commit.receipt());
    }

    private static Receipt.Key key() {
        return creation().receipt().orElseThrow().key();
    }

    private static Commit creation() {
        Credential<SealedSecret> credential = Fixture.credential("one", "sealed");
        return new Commit(
                new Change.Created(credential),
                Fixture.entry("created-one", "one", HistoryEvent.CREATED),
                Optional.of(Fixture.receipt("key-1", credential.masked(), Fixture.NOW.plus(Duration.ofDays(1)))));
    }
}
