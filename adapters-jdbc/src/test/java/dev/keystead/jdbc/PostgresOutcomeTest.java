package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.HistoryEntry;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller knows when the connection is lost in the middle of a commit, and how it learns the rest. */
class PostgresOutcomeTest {
    private static final Credential<SealedSecret> BEFORE = Fixture.credential("one", "sealed");
    private static final Receipt RECEIPT =
            Fixture.receipt("key-1", BEFORE.masked(), Fixture.NOW.plus(Duration.ofDays(1)));

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

    @ParameterizedTest
    @EnumSource
    void leavesTheOutcomeOpenWhenTheCommitNeverArrives(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutBefore(FaultyProxy.COMMIT);

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isTrue();
        assertNothingIsDone(commit);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheOutcomeOpenWhenTheAnswerToTheCommitIsLost(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutAfter(FaultyProxy.COMMIT);

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isTrue();
        assertAllIsDone(commit);
    }

    @ParameterizedTest
    @EnumSource
    void knowsThatNothingHappenedWhenAStatementNeverArrives(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutBefore("INSERT INTO history");

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isFalse();
        assertNothingIsDone(commit);
    }

    @ParameterizedTest
    @EnumSource
    void knowsThatNothingHappenedWhenTheAnswerToAStatementIsLost(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutAfter("INSERT INTO history");

        StorageUnavailableException failure = failureOf(commit);

        assertThat(failure.outcomeUnknown()).isFalse();
        assertNothingIsDone(commit);
    }

    @ParameterizedTest
    @EnumSource
    void appliesARepeatedCommitThatHadNeverArrived(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutBefore(FaultyProxy.COMMIT);
        failureOf(commit);

        storage.repository().commit(commit);

        assertAllIsDone(commit);
    }

    @ParameterizedTest
    @EnumSource
    void refusesARepeatedCommitWhoseAnswerWasLost(Write write) {
        Commit commit = write.prepare(direct);
        proxy.cutAfter(FaultyProxy.COMMIT);
        failureOf(commit);

        assertThatThrownBy(() -> storage.repository().commit(commit))
                .isInstanceOfSatisfying(
                        DuplicateException.class,
                        duplicate -> assertThat(duplicate.of()).isEqualTo(DuplicateException.Of.RECEIPT));

        assertAllIsDone(commit);
    }

    private StorageUnavailableException failureOf(Commit commit) {
        return catchThrowableOfType(
                StorageUnavailableException.class, () -> storage.repository().commit(commit));
    }

    private void assertNothingIsDone(Commit commit) {
        boolean creates = commit.change() instanceof Change.Created;
        assertThat(found()).isEqualTo(creates ? Optional.empty() : Optional.of(BEFORE));
        assertThat(history()).hasSize(creates ? 0 : 1).doesNotContain(commit.entry());
        assertThat(direct.repository().receipt(RECEIPT.key())).isEmpty();
    }

    private void assertAllIsDone(Commit commit) {
        assertThat(found())
                .isEqualTo(commit.change()
                        .fold(
                                created -> Optional.of(created.credential()),
                                updated -> Optional.of(updated.after()),
                                removed -> Optional.empty(),
                                unchanged -> Optional.of(BEFORE)));
        assertThat(history()).containsOnlyOnce(commit.entry());
        assertThat(direct.repository().receipt(RECEIPT.key())).contains(RECEIPT);
    }

    private Optional<Credential<SealedSecret>> found() {
        return direct.repository().find(Fixture.ORG, BEFORE.id());
    }

    private List<HistoryEntry> history() {
        return direct.repository().history(new HistoryQuery(Fixture.ORG, Optional.empty(), Optional.empty(), 10));
    }

    /** What is lost. */
    private enum Write {
        CREATE {
            @Override
            Commit prepare(Storage storage) {
                Commit plain = Fixture.creation("one", "sealed");
                return new Commit(plain.change(), plain.entry(), Optional.of(RECEIPT));
            }
        },
        UPDATE {
            @Override
            Commit prepare(Storage storage) {
                storage.repository().commit(Fixture.creation("one", "sealed"));
                return Organisations.renaming(BEFORE, "renamed", Optional.of(RECEIPT));
            }
        },
        REMOVE {
            @Override
            Commit prepare(Storage storage) {
                storage.repository().commit(Fixture.creation("one", "sealed"));
                Commit plain = Organisations.removing(BEFORE);
                return new Commit(plain.change(), plain.entry(), Optional.of(RECEIPT));
            }
        };

        /** Makes what is written to, and returns what is to be lost. */
        abstract Commit prepare(Storage storage);
    }
}
