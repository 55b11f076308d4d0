package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.DescribeCredential;
import dev.keystead.core.usecase.ResolveCredential;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading one credential: resolve with its secret, describe without. */
class ResolveHandlerTest {
    private final Bench bench = new Bench();
    private final CredentialId id = bench.created(Bench.servicePrincipal());

    @Test
    void handsTheSecretOutInClear() {
        Credential<Secret> resolved = resolve(Bench.ACME).credential();

        assertThat(resolved.account()).isEqualTo(Bench.servicePrincipal());
        assertThat(resolved.masked()).isEqualTo(bench.stored(id).masked());
    }

    @Test
    void notesTheCallWithItsPurposeBeforeItReturns() {
        resolve(Bench.ACME);

        assertThat(bench.lastEntry().event()).isEqualTo(HistoryEvent.RESOLVED);
        assertThat(bench.lastEntry().reason()).isEqualTo(new Reason("nightly scan"));
        assertThat(bench.lastEntry().actor()).isEqualTo(Bench.AGENT.subject());
        assertThat(bench.lastEntry().time()).isEqualTo(MutableClock.START);
        assertThat(bench.repository.commits.get(1).change()).isEqualTo(new Change.Unchanged(Bench.ACME, id, 1));
    }

    @Test
    void notesTheCallForACloudWithoutSecretsToo() {
        CredentialId role = bench.created(Bench.awsRole());

        resolve(Bench.ACME, role);

        assertThat(bench.lastEntry().event()).isEqualTo(HistoryEvent.RESOLVED);
        assertThat(bench.lastEntry().credential()).isEqualTo(role);
    }

    @Test
    void handsOutTheExternalIdOfTheOrganisationWithARole() {
        CredentialId role = bench.created(Bench.awsRole());

        ExternalId first = resolve(Bench.ACME, role).externalId().orElseThrow();

        assertThat(bench.repository.externalIds).containsExactly(Map.entry(Bench.ACME, first));
        assertThat(resolve(Bench.ACME, role).externalId()).contains(first);
    }

    @Test
    void makesNoExternalIdForAnotherCloud() {
        CredentialId project = bench.created(Bench.gcpProject());

        assertThat(resolve(Bench.ACME).externalId()).isEmpty();
        assertThat(resolve(Bench.ACME, project).externalId()).isEmpty();
        assertThat(bench.repository.externalIds).isEmpty();
    }

    @Test
    void notesNothingOfAResolutionThatLacksItsExternalId() {
        CredentialId role = bench.created(Bench.awsRole());
        bench.repository.beforeExternalId(() -> {
            throw new StorageUnavailableException(false, null);
        });

        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> resolve(Bench.ACME, role));
        assertThat(bench.lastEntry().event()).isEqualTo(HistoryEvent.CREATED);
    }

    @Test
    void handsNothingOutWhereTheHistoryCannotBeWritten() {
        bench.repository.beforeCommit(() -> {
            throw new StorageUnavailableException(false, null);
        });

        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> resolve(Bench.ACME));
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void handsOutTheSecretThatAnotherWriterLeftMeanwhile() {
        bench.repository.beforeCommit(
                () -> bench.update(id, CredentialChange.account(AccountChange.key(Bench.SECOND_KEY))));

        Credential<Secret> resolved = resolve(Bench.ACME).credential();

        assertThat(resolved.version()).isEqualTo(2);
        assertThat(resolved.account().<Object>fold(aws -> aws, azure -> azure.key(), gcp -> gcp))
                .isEqualTo(Bench.SECOND_KEY);
    }

    @Test
    void isUnavailableAfterTwentyAttempts() {
        for (int i = 0; i < 20; i++) {
            bench.repository.beforeCommit(() -> {
                throw new StaleVersionException();
            });
        }

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> resolve(Bench.ACME));
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void doesNotFindACredentialOfAnotherOrganisationNorOneThatIsRemovedMeanwhile() {
        assertThatExceptionOfType(CredentialNotFoundException.class).isThrownBy(() -> resolve(Bench.GLOBEX));

        bench.repository.beforeCommit(() -> bench.remove(id));
        assertThatExceptionOfType(CredentialNotFoundException.class).isThrownBy(() -> resolve(Bench.ACME));
    }

    @Test
    void reportsASecretThatDoesNotOpenAndNotesNothing() {
        bench.sealer.loseEverything();

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> resolve(Bench.ACME));
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void describesTheCredentialMaskedAndNotesNothing() {
        assertThat(describe(Bench.ACME)).isEqualTo(bench.stored(id).masked());
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void describesNothingOfAnotherOrganisation() {
        assertThatExceptionOfType(CredentialNotFoundException.class).isThrownBy(() -> describe(Bench.GLOBEX));
    }

    private Credential<?> describe(OrgId org) {
        return bench.useCases
                .describeCredential()
                .describe(Caller.system("job"), new DescribeCredential.Query(org, id));
    }

    private ResolveCredential.Resolution resolve(OrgId org) {
        return resolve(org, id);
    }

    private ResolveCredential.Resolution resolve(OrgId org, CredentialId id) {
        Caller caller = org.equals(Bench.ACME) ? Bench.AGENT : Caller.system("job");
        return bench.useCases
                .resolveCredential()
                .resolve(caller, new ResolveCredential.Command(org, id, new Purpose("nightly scan")));
    }
}
