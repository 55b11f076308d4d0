package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.ForbiddenException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Setup;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.usecase.DescribeSetup;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class SetupHandlerTest {
    private static final ExternalId KEPT = new ExternalId("Kept0000Kept0000Kept0000Kept0000");
    private static final PlatformAccounts PER_ORGANISATION = new PlatformAccounts(
            Optional.empty(), Optional.of(new PlatformServiceAccount("ks-{org}@platform-1.iam.gserviceaccount.com")));

    private final FakeRepository repository = new FakeRepository();

    @Test
    void letsThePlatformIntoAwsOnTheConditionOfTheExternalId() {
        repository.externalIds.put(Bench.ACME, KEPT);

        Setup setup = describe(Bench.PLATFORM, CloudType.AWS);

        assertThat(setup.type()).isEqualTo(CloudType.AWS);
        assertThat(setup.externalId()).contains(KEPT);
        assertThat(setup.trustedAccount()).contains("210987654321");
        assertThat(setup.documents())
                .extracting(Setup.Document::name)
                .containsExactly("trust-policy.json", "permission-policy.json");
        assertThat(setup.documents().get(0).content())
                .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::210987654321:root\"}")
                .contains("\"Condition\": {\"StringEquals\": {\"sts:ExternalId\": \"" + KEPT + "\"}}");
    }

    @Test
    void givesAnOrganisationItsExternalIdAtFirstUse() {
        ExternalId first = describe(Bench.PLATFORM, CloudType.AWS).externalId().orElseThrow();

        assertThat(repository.externalIds).containsEntry(Bench.ACME, first);
        assertThat(describe(Bench.PLATFORM, CloudType.AWS).externalId()).contains(first);
        assertThat(describe(Bench.PLATFORM, CloudType.AWS, Bench.GLOBEX)
                        .externalId()
                        .orElseThrow())
                .isNotEqualTo(first);
    }

    @Test
    void makesNoExternalIdForAnotherCloud() {
        assertThat(describe(Bench.PLATFORM, CloudType.AZURE).externalId()).isEmpty();
        assertThat(describe(Bench.PLATFORM, CloudType.GCP).externalId()).isEmpty();

        assertThat(repository.externalIds).isEmpty();
    }

    @Test
    void needsNoAccountOfThePlatformForAzure() {
        Setup setup = describe(PlatformAccounts.NONE, CloudType.AZURE);

        assertThat(setup.type()).isEqualTo(CloudType.AZURE);
        assertThat(setup.trustedAccount()).isEmpty();
        assertThat(setup.documents()).isEmpty();
    }

    @Test
    void warnsOfOneServiceAccountForAllOrganisations() {
        Setup setup = describe(Bench.PLATFORM, CloudType.GCP);

        assertThat(setup.type()).isEqualTo(CloudType.GCP);
        assertThat(setup.trustedAccount()).contains("worker@platform-1.iam.gserviceaccount.com");
        assertThat(setup.steps().get(0)).startsWith("# Beware: ").contains("could register it as theirs");
    }

    @Test
    void doesNotWarnOfAServiceAccountForEachOrganisation() {
        Setup setup = describe(PER_ORGANISATION, CloudType.GCP);

        assertThat(setup.trustedAccount()).contains("ks-acme@platform-1.iam.gserviceaccount.com");
        assertThat(String.join("\n", setup.steps()))
                .contains("serviceAccount:ks-acme@platform-1.iam.gserviceaccount.com")
                .doesNotContain("Beware");
    }

    @Test
    void namesTheOptionThatIsNotSetAndMakesNothing() {
        assertUnavailable(PlatformAccounts.NONE, CloudType.AWS, Bench.ACME)
                .withMessage("setup needs the option platform-aws-account, which is not set");
        assertUnavailable(PlatformAccounts.NONE, CloudType.GCP, Bench.ACME)
                .withMessage("setup needs the option platform-gcp-service-account, which is not set");

        assertThat(repository.externalIds).isEmpty();
    }

    @Test
    void namesTheOptionThatDoesNotFitTheOrganisation() {
        assertUnavailable(PER_ORGANISATION, CloudType.GCP, new OrgId("Acme|EU"))
                .withMessageStartingWith("the option platform-gcp-service-account names no service account for this")
                .withMessageNotContaining("Acme");
    }

    @Test
    void asksForThePermissionBeforeTheOption() {
        DescribeSetup handler = handler(PlatformAccounts.NONE);
        Caller viewer = Bench.caller(Bench.ADA, Role.VIEWER);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> handler.describe(viewer, new DescribeSetup.Query(Bench.ACME, CloudType.AWS)));
    }

    @Test
    void namesThePlatformsAccountOfTheOtherCloudNowhere() {
        PlatformAccounts aws = new PlatformAccounts(Optional.of(new AwsAccountId("210987654321")), Optional.empty());

        assertThat(describe(aws, CloudType.AWS).trustedAccount()).isPresent();
        assertUnavailable(aws, CloudType.GCP, Bench.ACME).withMessageContaining("platform-gcp-service-account");
    }

    private ThrowableAssertAlternative<UnavailableException> assertUnavailable(
            PlatformAccounts platform, CloudType type, OrgId org) {
        return assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> describe(platform, type, org));
    }

    private Setup describe(PlatformAccounts platform, CloudType type) {
        return describe(platform, type, Bench.ACME);
    }

    private Setup describe(PlatformAccounts platform, CloudType type, OrgId org) {
        return handler(platform).describe(Caller.system("test"), new DescribeSetup.Query(org, type));
    }

    private DescribeSetup handler(PlatformAccounts platform) {
        return new SetupHandler(platform, new ExternalIds(repository, new SplittableRandom()));
    }
}
