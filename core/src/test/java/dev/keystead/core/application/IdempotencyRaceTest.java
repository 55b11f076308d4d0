package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.IdempotencyMismatchException;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of two equal requests at once one does the work, and the other answers as if it had. */
class IdempotencyRaceTest {
    private static final Idempotency KEY = Idempotency.of("k-1");
    private static final Idempotency SHOWN = new Idempotency(new IdempotencyKey("k-1"), true);
    private static final CredentialChange RENAME = CredentialChange.name(new CredentialName("renamed"));

    private final Bench bench = new Bench();

    @Test
    void replaysTheCreationThatWonTheRace() {
        bench.repository.beforeCommit(() -> bench.create(Bench.awsRole(), SHOWN));

        Outcome loser = bench.create(Bench.awsRole(), KEY);

        assertThat(loser.replayOf()).contains(SHOWN);
        assertThat(bench.repository.credentials).hasSize(1);
        assertThat(loser.credential())
                .isEqualTo(bench.stored(loser.credential().id()).masked());
    }

    @Test
    void refusesAnotherRequestThatLostTheRaceForTheKey() {
        bench.repository.beforeCommit(() -> bench.create(Bench.awsRole(), KEY));

        assertThatExceptionOfType(IdempotencyMismatchException.class)
                .isThrownBy(() -> bench.create(Bench.gcpProject(), KEY));
        assertThat(bench.repository.credentials).hasSize(1);
    }

    @Test
    void replaysTheUpdateThatWonTheRace() {
        CredentialId id = bench.created(Bench.awsRole());
        bench.repository.beforeCommit(() -> bench.update(id, RENAME, KEY));

        assertThat(bench.update(id, RENAME, KEY).replayOf()).isPresent();
        assertThat(bench.stored(id).version()).isEqualTo(2);
    }

    @Test
    void replaysTheRemovalWhoseEffectMadeTheLoserNotFindTheCredential() {
        CredentialId id = bench.created(Bench.awsRole());
        RemoveCredential.Command command =
                new RemoveCredential.Command(Bench.ACME, id, Bench.WHY, Precondition.NONE, Optional.of(KEY));
        bench.repository.beforeCommit(() -> {
            bench.remove(id, KEY);
            throw new StaleVersionException(); // as a storage may that looks at the version first
        });

        assertThat(bench.useCases
                        .removeCredential()
                        .remove(Bench.ADMIN, command)
                        .replayed())
                .isTrue();
    }

    @Test
    void replaysTheUpdateWhoseEffectMadeTheLoserFailItsPrecondition() {
        CredentialId id = bench.created(Bench.awsRole());
        bench.repository.beforeCommit(() -> {
            bench.update(id, RENAME, KEY);
            throw new StaleVersionException();
        });

        Outcome loser = bench.useCases
                .updateCredential()
                .update(
                        Bench.ADMIN,
                        new UpdateCredential.Command(
                                Bench.ACME, id, RENAME, Bench.WHY, Precondition.version(1), Optional.of(KEY)));

        assertThat(loser.replayOf()).contains(KEY);
    }
}
