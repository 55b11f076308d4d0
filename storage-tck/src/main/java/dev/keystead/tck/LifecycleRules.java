package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.tck.Race.Finish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Opening, losing and closing a storage. */
abstract class LifecycleRules extends RuleGroup {
    LifecycleRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check time limits on connecting and reading, and where the driver's failures are translated. */
    @Test
    @DisplayName("S-03 a call that cannot reach the storage says so within ten seconds")
    void saysThatTheStorageIsOutOfReach() {
        create(aCredential());

        kit().cutOff();

        List<Calls> calls = List.of(Calls.values());
        List<Finish<Duration>> finishes = Race.run(calls.size(), number -> timeUntilUnavailable(calls.get(number)));

        assertThat(finishes).allSatisfy(finish -> {
            assertThat(finish.failure()).as("another answer").isEmpty();
            assertThat(finish.result().orElseThrow()).as("how long a call took").isLessThan(kit().patience());
        });
    }

    private Duration timeUntilUnavailable(Calls call) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call.on(kit().storage()), "%s on a storage that is out of reach", call)
                .isInstanceOf(StorageUnavailableException.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** If this fails, check that what comes after closing fails as being out of reach does, before anything is sent. */
    @Test
    @DisplayName("S-98 every call on a closed storage says that it is out of reach and that nothing has happened")
    void refusesEveryCallOnceClosed() {
        create(aCredential());

        kit().closeStorage();

        assertThat(Calls.values())
                .allSatisfy(call -> assertThatThrownBy(() -> call.on(kit().storage()), "%s on a closed storage", call)
                        .isInstanceOfSatisfying(
                                StorageUnavailableException.class,
                                unavailable -> assertThat(unavailable.outcomeUnknown())
                                        .as("whether it may have happened")
                                        .isFalse()));
    }

    /** If this fails, check that ping asks the storage itself, and something that any storage can answer. */
    @Test
    @DisplayName("S-95 ping returns while the storage answers")
    void pingsWhileItAnswers() {
        Storage storage = kit().storage();

        assertThatCode(storage::ping).as("ping of an empty storage").doesNotThrowAnyException();
        create(aCredential());
        assertThatCode(storage::ping).as("ping of a storage in use").doesNotThrowAnyException();
    }

    /** If this fails, check how the migration knows what was done. */
    @Test
    @DisplayName("S-96 migrating what is up to date does nothing and says nothing")
    void migratesOnlyOnce() {
        Credential<SealedSecret> credential = create(aCredential().azure());

        assertThat(kit().storage().migrate()).as("what a second migration did").isEmpty();

        assertThat(repository().find(ACME, credential.id()))
                .as("what was stored before it")
                .contains(credential);
    }

    /** If this fails, check that what was done is compared with what there is to do as in the migration itself. */
    @Test
    @DisplayName("S-99 nothing is left to migrate once it is done")
    void leavesNothingToMigrate() {
        kit().storage().migrate();

        assertThat(kit().storage().pendingMigrations())
                .as("what is still to do")
                .isEmpty();
    }

    /** If this fails, check that closing remembers that it was done. */
    @Test
    @DisplayName("S-97 closing again does nothing")
    void closesMoreThanOnce() {
        kit().closeStorage();

        assertThatCode(() -> kit().closeStorage()).as("closing again").doesNotThrowAnyException();
    }
}
