package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.InvalidMemberException.Violation;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an update makes of the account of each cloud. */
class MergeTest {
    private static final RoleArn ROLE = new RoleArn("arn:aws:iam::210987654321:role/Other");
    private static final AzureClientId CLIENT = new AzureClientId("99999999-2222-3333-4444-555555555555");
    private static final ProjectId PROJECT = new ProjectId("other-project");
    private static final AccountChange EVERYTHING = new AccountChange(
            Optional.of(ROLE), Optional.of(CLIENT), Optional.of(KeyChange.KEEP), Optional.of(PROJECT));

    private final Bench bench = new Bench();

    @Test
    void replacesTheRole() {
        CredentialId id = bench.created(Bench.awsRole());

        bench.update(id, CredentialChange.account(AccountChange.role(ROLE)));

        assertThat(bench.stored(id).account().<Object>fold(aws -> aws.arn(), azure -> azure, gcp -> gcp))
                .isEqualTo(ROLE);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.ROLE);
    }

    @Test
    void replacesTheProject() {
        CredentialId id = bench.created(Bench.gcpProject());

        bench.update(id, CredentialChange.account(AccountChange.project(PROJECT)));

        assertThat(bench.stored(id).account().<Object>fold(aws -> aws, azure -> azure, gcp -> gcp.project()))
                .isEqualTo(PROJECT);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.PROJECT);
    }

    @Test
    void replacesTheClientIdAndCarriesTheSealedKeyOver() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        SealedSecret before = keyOf(id);

        bench.update(id, CredentialChange.account(AccountChange.clientId(CLIENT)));

        assertThat(keyOf(id)).isEqualTo(before);
        assertThat(bench.sealer.sealings).hasSize(1);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.CLIENT_ID);
        assertThat(bench.stored(id)
                        .account()
                        .<Object>fold(aws -> aws, azure -> azure.tenant() + " " + azure.clientId(), gcp -> gcp))
                .isEqualTo("contoso.com " + CLIENT);
    }

    @Test
    void sealsANewKeyForItsPlace() {
        CredentialId id = bench.created(Bench.servicePrincipal());

        bench.update(id, CredentialChange.account(AccountChange.key(Bench.SECOND_KEY)));

        assertThat(opened(id)).isEqualTo(Bench.SECOND_KEY);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.KEY);
    }

    @Test
    void doesNotSealTheSameKeyAgain() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        SealedSecret before = keyOf(id);

        bench.update(id, CredentialChange.account(AccountChange.key(Bench.FIRST_KEY)));

        assertThat(keyOf(id)).isEqualTo(before);
        assertThat(bench.sealer.sealings).hasSize(1);
        assertThat(bench.lastEntry().changed()).isEmpty();
    }

    @Test
    void keepsTheKeyThatIsSentBackAsTheMask() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        SealedSecret before = keyOf(id);
        AccountChange mask = new AccountChange(
                Optional.empty(), Optional.empty(), Optional.of(KeyChange.of("********")), Optional.empty());

        bench.update(id, CredentialChange.account(mask));

        assertThat(keyOf(id)).isEqualTo(before);
        assertThat(bench.lastEntry().changed()).isEmpty();
    }

    @Test
    void mendsAKeyThatDoesNotOpen() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        bench.sealer.loseEverything();

        bench.update(id, CredentialChange.account(AccountChange.key(Bench.FIRST_KEY)));

        assertThat(opened(id)).isEqualTo(Bench.FIRST_KEY);
        assertThat(bench.lastEntry().changed()).containsExactly(Member.KEY);
    }

    @Test
    void notesAllMembersThatDifferInTheirOrder() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        AccountChange account = new AccountChange(
                Optional.empty(), Optional.of(CLIENT), Optional.of(KeyChange.to(Bench.SECOND_KEY)), Optional.empty());

        bench.update(
                id,
                new CredentialChange(
                        Optional.of(new CredentialName("renamed")),
                        Optional.of(new Comments("noted")),
                        Optional.of(account)));

        assertThat(bench.lastEntry().changed())
                .containsExactly(Member.NAME, Member.COMMENTS, Member.CLIENT_ID, Member.KEY);
    }

    @Test
    void refusesEachMemberThatTheCloudDoesNotHave() {
        assertForeign(Bench.awsRole(), "aws", "specific.clientId", "specific.key", "specific.project");
        assertForeign(Bench.servicePrincipal(), "azure", "specific.role", "specific.project");
        assertForeign(Bench.gcpProject(), "gcp", "specific.role", "specific.clientId", "specific.key");
    }

    @Test
    void judgesTheCredentialThenItsMembersThenThePrecondition() {
        CredentialId id = bench.created(Bench.awsRole());
        CredentialChange foreign = CredentialChange.account(AccountChange.project(PROJECT));
        Precondition failing = Precondition.version(9);

        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> bench.update(new CredentialId("none"), foreign, failing));
        assertThatExceptionOfType(InvalidMemberException.class).isThrownBy(() -> bench.update(id, foreign, failing));
    }

    private void assertForeign(CloudAccount<Secret> account, String type, String... members) {
        CredentialId id = bench.created(account);

        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(() -> bench.update(id, CredentialChange.account(EVERYTHING)))
                .satisfies(refusal -> {
                    assertThat(refusal.violations())
                            .extracting(Violation::member)
                            .containsExactly(members);
                    assertThat(refusal.violations())
                            .extracting(Violation::problem)
                            .containsOnly("is not a member of a credential of type " + type);
                });
        assertThat(bench.stored(id).version()).isEqualTo(1);
    }

    private SealedSecret keyOf(CredentialId id) {
        return bench.stored(id)
                .account()
                .<Optional<SealedSecret>>fold(
                        aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty())
                .orElseThrow();
    }

    private Secret opened(CredentialId id) {
        return bench.sealer.open(keyOf(id), new SecretBinding(Bench.ACME, id, Member.KEY));
    }
}
