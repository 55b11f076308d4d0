package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
    private static final Instant CREATED = Instant.parse("2026-11-23T19:05:11.123456Z");
    private static final Instant LATER = CREATED.plusSeconds(60);
    private static final Subject ADA = new Subject("ada");
    private static final AzureTenant TENANT = new AzureTenant("contoso.com");
    private static final AzureClientId CLIENT = new AzureClientId("11111111-2222-3333-4444-555555555555");
    private static final CloudAccount<Secret> AWS = new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/R"));
    private static final CloudAccount<Secret> AZURE = new AzureServicePrincipal<>(TENANT, CLIENT, Secret.of("p8Q~one"));
    private static final CloudAccount<Secret> GCP = new GcpProject<>(new ProjectId("my-project"));

    @Test
    void appliesTheFunctionOfItsOwnCloud() {
        assertThat(List.of(AWS, AZURE, GCP))
                .extracting(account -> account.<String>fold(
                        aws -> "aws " + aws.arn(), azure -> "azure " + azure.clientId(), gcp -> "gcp " + gcp.project()))
                .containsExactly("aws arn:aws:iam::123456789012:role/R", "azure " + CLIENT, "gcp my-project");
        assertThat(List.of(AWS, AZURE, GCP))
                .extracting(CloudAccount::type)
                .containsExactly(CloudType.AWS, CloudType.AZURE, CloudType.GCP);
    }

    @Test
    void changesTheFormOfTheSecretWhereThereIsOne() {
        List<String> sealed = new ArrayList<>();
        Function<Secret, SealedSecret> seal = secret -> {
            sealed.add(secret.reveal());
            return new SealedSecret("k", "v");
        };

        assertThat(AWS.withSecret(seal)).isEqualTo(AWS);
        assertThat(GCP.withSecret(seal)).isEqualTo(GCP);
        assertThat(AZURE.withSecret(seal))
                .isEqualTo(new AzureServicePrincipal<>(TENANT, CLIENT, new SealedSecret("k", "v")));
        assertThat(sealed).containsExactly("p8Q~one");
    }

    @Test
    void keepsEverythingButItsUsageWhenItIsUsed() {
        Usage usage = Usage.at(LATER, 7);

        Credential<Secret> used = of(AWS, 3).used(usage);

        assertThat(used.usage()).isEqualTo(usage);
        assertThat(used.used(of(AWS, 3).usage())).isEqualTo(of(AWS, 3));
    }

    @Test
    void masksTheSecretAndNothingElse() {
        Credential<MaskedSecret> masked = of(AZURE, 3).masked();

        assertThat(masked)
                .isEqualTo(of(new AzureServicePrincipal<>(TENANT, CLIENT, MaskedSecret.MASKED), 3))
                .isEqualTo(of(AZURE, 3).withSecret(secret -> MaskedSecret.MASKED));
    }

    @Test
    void movesOneVersionOnAndKeepsTheCreation() {
        Credential<Secret> next = of(AWS, 1).nextVersion(LATER, new Subject("bob"));

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.audit())
                .isEqualTo(new Audit(
                        Instant.parse("2026-11-23T19:05:11.123Z"),
                        ADA,
                        Instant.parse("2026-11-23T19:06:11.123Z"),
                        new Subject("bob")));
        assertThat(next.account()).isEqualTo(AWS);
    }

    @Test
    void isListedByItsSummary() {
        assertThat(of(GCP, 1).summary())
                .isEqualTo(new CredentialSummary(
                        new CredentialId("id-1"),
                        CloudType.GCP,
                        new CredentialName("prod"),
                        new Comments("noted"),
                        Usage.at(LATER, 7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesAVersionBelowOne(long version) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> of(AWS, version));
    }

    @Test
    void refusesAChangeThatNamesNothing() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new CredentialChange(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void knowsTheMembersThatAChangeNames() {
        AccountChange all = new AccountChange(
                Optional.of(new RoleArn("arn:aws:iam::123456789012:role/R")),
                Optional.of(CLIENT),
                Optional.of(KeyChange.KEEP),
                Optional.of(new ProjectId("my-project")));

        assertThat(all.members()).containsExactly(Member.ROLE, Member.CLIENT_ID, Member.KEY, Member.PROJECT);
        assertThat(AccountChange.clientId(CLIENT).members()).containsExactly(Member.CLIENT_ID);
        assertThat(AccountChange.key(Secret.of("x")).members()).containsExactly(Member.KEY);
        assertThat(AccountChange.role(all.role().orElseThrow()).members()).containsExactly(Member.ROLE);
        assertThat(AccountChange.project(all.project().orElseThrow()).members()).containsExactly(Member.PROJECT);
    }

    private static <S extends SecretForm> Credential<S> of(CloudAccount<S> account, long version) {
        return new Credential<>(
                new OrgId("acme"),
                new CredentialId("id-1"),
                new CredentialName("prod"),
                new Comments("noted"),
                account,
                Usage.at(LATER, 7),
                version,
                Audit.created(CREATED, ADA));
    }
}
