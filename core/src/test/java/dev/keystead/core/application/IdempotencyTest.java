package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.IdempotencyMismatchException;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A repeated request has one effect and one answer. */
class IdempotencyTest {
    private static final Idempotency KEY = Idempotency.of("k-1");
    private static final Idempotency SHOWN = new Idempotency(new IdempotencyKey("k-1"), true);
    private static final CredentialChange RENAME = CredentialChange.name(new CredentialName("renamed"));

    private final Bench bench = new Bench();

    @Test
    void replaysACreation() {
        Outcome first = bench.create(Bench.servicePrincipal(), SHOWN);

        Outcome again = bench.create(Bench.servicePrincipal(), KEY);

        assertThat(first.replayOf()).isEmpty();
        assertThat(again.credential()).isEqualTo(first.credential());
        assertThat(again.replayOf()).as("as the first answer was shown").contains(SHOWN);
        assertThat(bench.repository.commits).hasSize(1);
    }

    @Test
    void replaysAnUpdateAsItWasAnsweredThoughTheCredentialWentOn() {
        CredentialId id = bench.created(Bench.awsRole());
        Outcome first = bench.update(id, RENAME, KEY);
        bench.update(id, CredentialChange.comments(new Comments("later")));

        Outcome again = bench.update(id, RENAME, SHOWN);

        assertThat(again.credential()).isEqualTo(first.credential());
        assertThat(again.replayOf()).contains(KEY);
        assertThat(bench.stored(id).version()).isEqualTo(3);
    }

    @Test
    void replaysARemovalInsteadOfNotFindingTheCredential() {
        CredentialId id = bench.created(Bench.awsRole());

        assertThat(bench.remove(id, KEY).replayed()).isFalse();
        assertThat(bench.remove(id, KEY).replayed()).isTrue();
        assertThat(bench.repository.commits).hasSize(2);
    }

    @Test
    void replaysAnUpdateOfACredentialThatIsGone() {
        CredentialId id = bench.created(Bench.awsRole());
        Outcome first = bench.update(id, RENAME, KEY);
        bench.remove(id);

        assertThat(bench.update(id, RENAME, KEY).credential()).isEqualTo(first.credential());
    }

    @Test
    void replaysWhateverThePreconditionOfTheRepeatedRequest() {
        CredentialId id = bench.created(Bench.awsRole());
        bench.update(id, RENAME, KEY);

        Outcome again = bench.useCases
                .updateCredential()
                .update(
                        Bench.ADMIN,
                        new UpdateCredential.Command(
                                Bench.ACME, id, RENAME, Bench.WHY, Precondition.version(1), Optional.of(KEY)));

        assertThat(again.replayOf()).isPresent();
    }

    @Test
    void refusesAnotherRequestUnderTheKey() {
        CredentialId id = bench.created(Bench.awsRole());
        bench.update(id, RENAME, KEY);

        assertMismatch(() -> bench.update(id, CredentialChange.name(new CredentialName("other")), KEY));
        assertMismatch(() -> bench.update(new CredentialId("none"), RENAME, KEY));
        assertMismatch(() -> bench.create(Bench.awsRole(), KEY));
        assertMismatch(() -> bench.remove(id, KEY));
        assertThat(bench.stored(id).version()).isEqualTo(2);
    }

    @Test
    void refusesAnotherSecretUnderTheKey() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        bench.update(id, CredentialChange.account(AccountChange.key(Bench.FIRST_KEY)), KEY);

        assertMismatch(() -> bench.update(id, CredentialChange.account(AccountChange.key(Bench.SECOND_KEY)), KEY));
    }

    @Test
    void keepsTheKeysOfSubjectsApart() {
        bench.create(Bench.awsRole(), KEY);

        Outcome ofBob = bench.useCases
                .createCredential()
                .create(
                        Bench.caller(new Subject("bob"), Role.ADMIN),
                        new CreateCredential.Command(
                                Bench.ACME, Bench.NAME, Comments.NONE, Bench.gcpProject(), Optional.of(KEY)));

        assertThat(ofBob.replayOf()).isEmpty();
        assertThat(bench.repository.credentials).hasSize(2);
    }

    @Test
    void forgetsAfterTwentyFourHours() {
        bench.create(Bench.awsRole(), KEY);

        bench.clock.move(Duration.ofHours(24).minusMillis(1));
        assertThat(bench.create(Bench.awsRole(), KEY).replayOf()).isPresent();

        bench.clock.move(Duration.ofMillis(1));
        assertThat(bench.create(Bench.awsRole(), KEY).replayOf()).isEmpty();
        assertThat(bench.repository.credentials).hasSize(2);
    }

    @Test
    void takesAnotherRequestUnderAKeyThatExpired() {
        bench.create(Bench.awsRole(), KEY);
        bench.clock.move(Duration.ofHours(24));

        assertThat(bench.create(Bench.gcpProject(), KEY).replayOf()).isEmpty();
    }

    @Test
    void recordsSuccessesOnly() {
        CredentialId id = new CredentialId("none");

        assertThatExceptionOfType(CredentialNotFoundException.class).isThrownBy(() -> bench.update(id, RENAME, KEY));
        assertThat(bench.repository.receipts).isEmpty();
        assertThat(bench.create(Bench.awsRole(), KEY).replayOf()).isEmpty();
    }

    @Test
    void reportsItsOwnFailureWhereNobodyWon() {
        CredentialId id = bench.created(Bench.awsRole());
        CredentialChange foreign = CredentialChange.account(AccountChange.project(new ProjectId("my-project")));

        assertThatExceptionOfType(InvalidMemberException.class).isThrownBy(() -> bench.update(id, foreign, KEY));
        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> bench.remove(new CredentialId("none"), KEY));
    }

    @Test
    void tellsTheReasonApartToo() {
        CredentialId id = bench.created(Bench.awsRole());
        bench.remove(id, KEY);

        assertMismatch(() -> bench.useCases
                .removeCredential()
                .remove(
                        Bench.ADMIN,
                        new RemoveCredential.Command(
                                Bench.ACME, id, new Reason("other"), Precondition.NONE, Optional.of(KEY))));
    }

    private static void assertMismatch(ThrowingCallable call) {
        assertThatExceptionOfType(IdempotencyMismatchException.class).isThrownBy(call);
    }
}
