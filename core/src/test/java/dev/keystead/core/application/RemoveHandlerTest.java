package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.PreconditionFailedException;
import dev.keystead.core.spi.Change;
import dev.keystead.core.usecase.RemoveCredential;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveHandlerTest {
    private final Bench bench = new Bench();
    private final CredentialId id = bench.created(Bench.servicePrincipal());

    @Test
    void erasesTheCredentialAndKeepsItsHistory() {
        RemoveCredential.Removal removal = remove(Precondition.NONE);

        assertThat(removal.replayed()).isFalse();
        assertThat(bench.repository.credentials).isEmpty();
        assertThat(bench.repository.commits.get(1).change()).isEqualTo(new Change.Removed(Bench.ACME, id, 1));
        assertThat(bench.repository.history).hasSize(2);
    }

    @Test
    void notesTheRemoval() {
        remove(Precondition.NONE);

        assertThat(bench.lastEntry().event()).isEqualTo(HistoryEvent.REMOVED);
        assertThat(bench.lastEntry().reason()).isEqualTo(Bench.WHY);
        assertThat(bench.lastEntry().credential()).isEqualTo(id);
        assertThat(bench.lastEntry().credentialName()).isEqualTo(Bench.NAME);
        assertThat(bench.lastEntry().time()).isEqualTo(MutableClock.START);
        assertThat(bench.lastEntry().changed()).isEmpty();
    }

    @Test
    void doesNotFindWhatIsGone() {
        remove(Precondition.NONE);

        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> remove(Precondition.NONE))
                .withMessage("no such credential in the organisation");
        assertThat(bench.repository.history).hasSize(2);
    }

    @Test
    void doesNotFindACredentialOfAnotherOrganisation() {
        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> bench.useCases
                        .removeCredential()
                        .remove(Caller.system("job"), RemoveCredential.Command.of(Bench.GLOBEX, id, Bench.WHY)))
                .withMessage("no such credential in the organisation");
        assertThat(bench.stored(id).version()).isEqualTo(1);
    }

    @Test
    void removesOnlyTheVersionThatIsNamed() {
        assertThatExceptionOfType(PreconditionFailedException.class).isThrownBy(() -> remove(Precondition.version(2)));
        assertThat(bench.stored(id).version()).isEqualTo(1);

        remove(Precondition.version(1));

        assertThat(bench.repository.credentials).isEmpty();
    }

    @Test
    void removesTheVersionThatAnotherWriterLeftMeanwhile() {
        bench.repository.beforeCommit(this::rename);

        remove(Precondition.NONE);

        assertThat(bench.repository.credentials).isEmpty();
        assertThat(bench.lastEntry().credentialName()).isEqualTo(new CredentialName("renamed"));
    }

    @Test
    void refusesTheNamedVersionThatAnotherWriterReplacedMeanwhile() {
        bench.repository.beforeCommit(this::rename);

        assertThatExceptionOfType(PreconditionFailedException.class).isThrownBy(() -> remove(Precondition.version(1)));
        assertThat(bench.stored(id).version()).isEqualTo(2);
    }

    private void rename() {
        bench.update(id, CredentialChange.name(new CredentialName("renamed")));
    }

    private RemoveCredential.Removal remove(Precondition precondition) {
        return bench.useCases
                .removeCredential()
                .remove(
                        Bench.ADMIN,
                        new RemoveCredential.Command(Bench.ACME, id, Bench.WHY, precondition, Optional.empty()));
    }
}
