package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts by which the platform is let in. */
class PlatformAccountsTest {
    private static final String OF_PROJECT = "@platform-1.iam.gserviceaccount.com";
    private static final String ID_OF_30 = "a".repeat(30);

    @Test
    void acceptsAnAwsAccountOfTwelveDigits() {
        assertThat(new AwsAccountId("012345678901")).hasToString("012345678901");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678901",
                "1234567890123",
                "1234-5678-9012",
                "12345678901a",
                "12345678901\n",
                "٠١٢٣٤٥٦٧٨٩٠١",
                "arn:aws:iam::123456789012:root"
            })
    void refusesAnyOtherAwsAccount(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AwsAccountId(text))
                .withMessage("must be an AWS account id of 12 digits, such as 123456789012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker@platform-1.iam.gserviceaccount.com",
                "a-1234@p-1234.iam.gserviceaccount.com",
                "worker@platform-1.example.com.iam.gserviceaccount.com"
            })
    void acceptsTheAddressOfAServiceAccount(String address) {
        assertThat(new GcpServiceAccount(address)).hasToString(address);
        assertThat(new PlatformServiceAccount(address)).hasToString(address);
    }

    @Test
    void acceptsNamesAndProjectsOfSixToThirtyCharacters() {
        assertThat(GcpServiceAccount.is(ID_OF_30 + "@" + ID_OF_30 + ".iam.gserviceaccount.com"))
                .isTrue();
        assertThat(GcpServiceAccount.is("a" + ID_OF_30 + OF_PROJECT)).isFalse();
        assertThat(GcpServiceAccount.is("abcde" + OF_PROJECT)).isFalse();
        assertThat(GcpServiceAccount.is("worker@a" + ID_OF_30 + ".iam.gserviceaccount.com"))
                .isFalse();
    }

    @Test
    void acceptsAProjectInADomainOf253CharactersAndNoMore() {
        String domain = ("d".repeat(63) + ".").repeat(3) + "d".repeat(61);

        assertThat(GcpServiceAccount.is(ID_OF_30 + "@" + ID_OF_30 + "." + domain + ".iam.gserviceaccount.com"))
                .isTrue();
        assertThat(GcpServiceAccount.is(ID_OF_30 + "@" + ID_OF_30 + "." + domain + "d.iam.gserviceaccount.com"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "worker",
                "worker@example.com",
                "123456789012-compute@developer.gserviceaccount.com",
                "1worker@platform-1.iam.gserviceaccount.com",
                "worker-@platform-1.iam.gserviceaccount.com",
                "Worker@platform-1.iam.gserviceaccount.com",
                "work'r@platform-1.iam.gserviceaccount.com",
                "worker@platform-1.example.iam.gserviceaccount.com",
                "worker@platform-1.-x.com.iam.gserviceaccount.com",
                "worker@platform-1.iam.gserviceaccount.com\n",
                "serviceAccount:worker@platform-1.iam.gserviceaccount.com",
                "worker@platform-1.iam.gserviceaccount.com.example.com"
            })
    void refusesWhatIsNoAddressOfAServiceAccount(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new GcpServiceAccount(text))
                .withMessage("must be the address of a service account, such as NAME@PROJECT.iam.gserviceaccount.com");
        assertRefusedForThePlatform(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker@{org}.iam.gserviceaccount.com",
                "worker@platform-1.{org}.iam.gserviceaccount.com",
                "{org}@{org}.iam.gserviceaccount.com",
                "{org}-{org}@platform-1.iam.gserviceaccount.com",
                "{ORG}@platform-1.iam.gserviceaccount.com",
                "{organisation}@platform-1.iam.gserviceaccount.com",
                "1-{org}@platform-1.iam.gserviceaccount.com",
                "{org}-@platform-1.iam.gserviceaccount.com",
                "a123456789012345678901234567890{org}@platform-1.iam.gserviceaccount.com",
                "{org}",
                "{org}@"
            })
    void refusesAPlaceholderThatCannotBePartOfAName(String text) {
        assertRefusedForThePlatform(text);
    }

    @Test
    void hasOneAccountForAllUnlessTheOrganisationIsInItsName() {
        PlatformServiceAccount account = new PlatformServiceAccount("worker" + OF_PROJECT);

        assertThat(account.oneForEachOrganisation()).isFalse();
        assertThat(account.of(new OrgId("acme"))).contains(new GcpServiceAccount("worker" + OF_PROJECT));
        assertThat(account.of(new OrgId("A|b:c@d"))).contains(new GcpServiceAccount("worker" + OF_PROJECT));
    }

    @ParameterizedTest
    @CsvSource({
        "{org}, globex, globex",
        "ks-{org}, acme, ks-acme",
        "{org}-reader, acme, acme-reader",
        "x-{org}, 1234, x-1234"
    })
    void putsTheOrganisationIntoTheNameAsItIs(String name, String org, String expected) {
        PlatformServiceAccount account = new PlatformServiceAccount(name + OF_PROJECT);

        assertThat(account.oneForEachOrganisation()).isTrue();
        assertThat(account.of(new OrgId(org))).contains(new GcpServiceAccount(expected + OF_PROJECT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "a.b",
                "a_b",
                "a:b",
                "a|b",
                "a@b",
                "x@evil-1.iam.gserviceaccount.com",
                "acme-",
                "0198a5c1-7b2e-7f00-8000-000000000001"
            })
    void hasNoAccountForAnOrganisationThatDoesNotFit(String org) {
        PlatformServiceAccount account = new PlatformServiceAccount("ks-{org}" + OF_PROJECT);

        assertThat(account.of(new OrgId(org))).isEmpty();
    }

    @Test
    void hasNoAccountForAnOrganisationThatIsTooShortToBeAName() {
        PlatformServiceAccount account = new PlatformServiceAccount("{org}" + OF_PROJECT);

        assertThat(account.of(new OrgId("acme"))).isEmpty();
    }

    private static void assertRefusedForThePlatform(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as(text)
                .isThrownBy(() -> new PlatformServiceAccount(text))
                .withMessage("must be the address of a service account, such as NAME@PROJECT.iam.gserviceaccount.com,"
                        + " in whose name {org} may stand once");
    }
}
