package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.Outcome;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreateHandlerTest {
    private final Bench bench = new Bench();

    @Test
    void storesTheFirstVersionWithItsSecretSealedForItsPlace() {
        Outcome outcome = bench.create(Bench.servicePrincipal());

        CredentialId id = outcome.credential().id();
        SecretBinding place = new SecretBinding(Bench.ACME, id, Member.KEY);
        assertThat(bench.sealer.sealings).containsExactly(place);
        assertThat(bench.stored(id))
                .isEqualTo(new Credential<>(
                        Bench.ACME,
                        id,
                        Bench.NAME,
                        Comments.NONE,
                        bench.stored(id).account(),
                        Usage.NEVER,
                        1,
                        Audit.created(MutableClock.START, Bench.ADA)));
        assertThat(bench.stored(id)
                        .withSecret(value -> bench.sealer.open(value, place))
                        .account())
                .isEqualTo(Bench.servicePrincipal());
    }

    @Test
    void answersWithTheMaskedCredential() {
        Outcome outcome = bench.create(Bench.servicePrincipal());

        assertThat(outcome.credential())
                .isEqualTo(bench.stored(outcome.credential().id()).masked());
        assertThat(outcome.replayOf()).isEmpty();
    }

    @Test
    void notesTheCreationWithTheCommentsAsItsReason() {
        CreateCredential.Command command = new CreateCredential.Command(
                Bench.ACME, Bench.NAME, new Comments("for the audit"), Bench.awsRole(), Optional.empty());

        Outcome outcome = bench.useCases.createCredential().create(Bench.ADMIN, command);

        assertThat(bench.repository.history)
                .containsExactly(new HistoryEntry(
                        new HistoryId("id-000002"),
                        MutableClock.START,
                        Bench.ADA,
                        HistoryEvent.CREATED,
                        Bench.ACME,
                        outcome.credential().id(),
                        Bench.NAME,
                        new Reason("for the audit"),
                        Set.of(),
                        new RequestId("request-1")));
        assertThat(outcome.credential().comments()).isEqualTo(new Comments("for the audit"));
    }

    @Test
    void sealsNothingForAnAccountWithoutASecret() {
        bench.create(Bench.awsRole());
        bench.create(Bench.gcpProject());

        assertThat(bench.sealer.sealings).isEmpty();
        assertThat(bench.repository.credentials).hasSize(2);
    }

    @Test
    void takesAnotherIdAndSealsForItWhereOneIsTaken() {
        bench.repository.beforeCommit(CreateHandlerTest::takenId);

        CredentialId id = bench.created(Bench.servicePrincipal());

        assertThat(bench.repository.attempts()).isEqualTo(2);
        assertThat(bench.sealer.sealings).hasSize(2).last().isEqualTo(new SecretBinding(Bench.ACME, id, Member.KEY));
        assertThat(bench.sealer.sealings.get(0).credential()).isNotEqualTo(id);
    }

    @Test
    void givesUpAfterTwentyIdsThatAreTaken() {
        for (int i = 0; i < 20; i++) {
            bench.repository.beforeCommit(CreateHandlerTest::takenId);
        }

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> bench.create(Bench.awsRole()));
        assertThat(bench.repository.attempts()).isEqualTo(20);
        assertThat(bench.repository.credentials).isEmpty();
    }

    @Test
    void doesNotRepeatACommitOfUnknownOutcome() {
        StorageUnavailableException lost = new StorageUnavailableException(true, null);
        bench.repository.beforeCommit(() -> {
            throw lost;
        });

        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> bench.create(Bench.awsRole()))
                .isSameAs(lost);
        assertThat(bench.repository.attempts()).isEqualTo(1);
    }

    private static void takenId() {
        throw new DuplicateException(DuplicateException.Of.CREDENTIAL);
    }
}
