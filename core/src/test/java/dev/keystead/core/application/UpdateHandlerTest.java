package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.PreconditionFailedException;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.UpdateCredential;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateHandlerTest {
    private static final CredentialChange RENAME = CredentialChange.name(new CredentialName("renamed"));
    private static final CredentialChange ANNOTATE = CredentialChange.comments(new Comments("noted"));

    private final Bench bench = new Bench();
    private final CredentialId id = bench.created(Bench.servicePrincipal());

    @Test
    void changesWhatIsNamedAndNothingElse() {
        bench.clock.move(Duration.ofMinutes(1));

        Outcome outcome = bench.update(id, RENAME);

        assertThat(outcome.credential()).isEqualTo(bench.stored(id).masked());
        assertThat(outcome.credential().name()).isEqualTo(new CredentialName("renamed"));
        assertThat(outcome.credential().comments()).isEqualTo(Comments.NONE);
        assertThat(outcome.credential().version()).isEqualTo(2);
        assertThat(outcome.credential().audit())
                .isEqualTo(new Audit(MutableClock.START, Bench.ADA, bench.clock.instant(), Bench.ADA));
        assertThat(outcome.replayOf()).isEmpty();
    }

    @Test
    void notesTheRealDifferencesUnderTheNewName() {
        bench.update(id, RENAME);

        assertThat(bench.lastEntry().event()).isEqualTo(HistoryEvent.UPDATED);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.NAME);
        assertThat(bench.lastEntry().credentialName()).isEqualTo(new CredentialName("renamed"));
        assertThat(bench.lastEntry().reason()).isEqualTo(Bench.WHY);
        assertThat(bench.lastEntry().actor()).isEqualTo(Bench.ADA);
    }

    @Test
    void raisesTheVersionEvenIfNothingDiffers() {
        Outcome outcome = bench.update(id, CredentialChange.name(Bench.NAME));

        assertThat(outcome.credential().version()).isEqualTo(2);
        assertThat(bench.lastEntry().changed()).isEmpty();
        assertThat(lastChange().changed()).isEmpty();
    }

    @Test
    void handsTheRepositoryTheMembersThatDiffer() {
        bench.update(id, ANNOTATE);

        assertThat(lastChange().changed()).isEqualTo(Set.of(Member.COMMENTS));
        assertThat(lastChange().expectedVersion()).isEqualTo(1);
    }

    @Test
    void mergesIntoWhatAnotherWriterLeftMeanwhile() {
        bench.repository.beforeCommit(() -> bench.update(id, ANNOTATE));

        Outcome outcome = bench.update(id, RENAME);

        assertThat(outcome.credential().version()).isEqualTo(3);
        assertThat(bench.stored(id).name()).isEqualTo(new CredentialName("renamed"));
        assertThat(bench.stored(id).comments()).isEqualTo(new Comments("noted"));
        assertThat(bench.lastEntry().changed()).containsExactly(Member.NAME);
    }

    @Test
    void triesTwentyTimesAndThenIsUnavailable() {
        overtakenTimes(20);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> bench.update(id, RENAME));

        assertThat(bench.repository.attempts()).isEqualTo(21);
        assertThat(bench.stored(id).version()).isEqualTo(1);
        assertThat(bench.pauses).hasValue(19);
    }

    @Test
    void succeedsAtTheFifthAttempt() {
        overtakenTimes(4);

        assertThat(bench.update(id, RENAME).credential().version()).isEqualTo(2);
        assertThat(bench.pauses).hasValue(4);
    }

    @Test
    void updatesTheVersionThatIsNamed() {
        assertThat(bench.update(id, RENAME, Precondition.version(1))
                        .credential()
                        .version())
                .isEqualTo(2);
        assertThat(bench.update(id, RENAME, Precondition.anyOf(Set.of(1L, 2L)))
                        .credential()
                        .version())
                .isEqualTo(3);
    }

    @Test
    void refusesAnotherVersionThanTheOneNamed() {
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> bench.update(id, RENAME, Precondition.version(2)))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.PRECONDITION_FAILED));
        assertThat(bench.stored(id).name()).isEqualTo(Bench.NAME);
    }

    @Test
    void refusesTheNamedVersionThatAnotherWriterReplacedMeanwhile() {
        bench.repository.beforeCommit(() -> bench.update(id, ANNOTATE));

        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> bench.update(id, RENAME, Precondition.version(1)));
        assertThat(bench.stored(id).name()).isEqualTo(Bench.NAME);
    }

    @Test
    void doesNotFindACredentialOfAnotherOrganisation() {
        UpdateCredential.Command ofGlobex = UpdateCredential.Command.of(Bench.GLOBEX, id, RENAME, Bench.WHY);

        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> bench.useCases.updateCredential().update(Caller.system("job"), ofGlobex));
        assertThat(bench.stored(id).version()).isEqualTo(1);
    }

    @Test
    void doesNotFindACredentialThatIsRemovedMeanwhile() {
        bench.repository.beforeCommit(() -> bench.remove(id));

        assertThatExceptionOfType(CredentialNotFoundException.class).isThrownBy(() -> bench.update(id, RENAME));
    }

    @Test
    void leavesTheUsageAlone() {
        bench.repository.recordUsage(Bench.ACME, id, Usage.at(MutableClock.START, 3));

        assertThat(bench.update(id, RENAME).credential().usage()).isEqualTo(Usage.at(MutableClock.START, 3));
    }

    @Test
    void namesWhoUpdatedLast() {
        bench.useCases
                .updateCredential()
                .update(
                        Bench.caller(new Subject("bob"), Role.OWNER),
                        UpdateCredential.Command.of(
                                Bench.ACME,
                                id,
                                CredentialChange.account(AccountChange.key(Bench.SECOND_KEY)),
                                Bench.WHY));

        assertThat(bench.stored(id).audit().updatedBy()).isEqualTo(new Subject("bob"));
        assertThat(bench.stored(id).audit().createdBy()).isEqualTo(Bench.ADA);
    }

    private void overtakenTimes(int times) {
        for (int i = 0; i < times; i++) {
            bench.repository.beforeCommit(() -> {
                throw new StaleVersionException();
            });
        }
    }

    private Change.Updated lastChange() {
        return (Change.Updated) bench.repository
                .commits
                .get(bench.repository.commits.size() - 1)
                .change();
    }
}
