package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureIdentityTest {
    private static final String GUID = "aBcDeF01-2345-6789-aBcD-Ef0123456789";
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final String LABEL = "a".repeat(63);

    @Test
    void keepsAGuidInLowerCase() {
        String lower = "abcdef01-2345-6789-abcd-ef0123456789";

        assertThat(new AzureTenant(GUID)).isEqualTo(new AzureTenant(lower)).hasToString(lower);
        assertThat(new AzureClientId(GUID)).isEqualTo(new AzureClientId(lower)).hasToString(lower);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{11111111-2222-3333-4444-555555555555}",
                "11111111222233334444555555555555",
                "11111111-2222-3333-4444-55555555555",
                "11111111-2222-3333-4444-5555555555555",
                "1111111-12222-3333-4444-555555555555",
                "g1111111-2222-3333-4444-555555555555",
                "11111111-2222-3333-4444-555555555555\n",
                " 11111111-2222-3333-4444-555555555555",
                "contoso.com"
            })
    void refusesAClientIdThatIsNotAGuid(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AzureClientId(text))
                .withMessageContaining("a GUID such as 11111111-2222-3333-4444-555555555555");
    }

    @Test
    void refusesTheNilGuid() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AzureClientId(NIL))
                .withMessageContaining("must not be the nil GUID");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AzureTenant(NIL))
                .withMessageContaining("must not be the nil GUID");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso.onmicrosoft.com, contoso.onmicrosoft.com",
        "Contoso.COM, contoso.com",
        "a.b, a.b",
        "1.2, 1.2",
        "a-b.c--d.e, a-b.c--d.e",
        "common.example, common.example"
    })
    void keepsADomainNameInLowerCase(String given, String kept) {
        assertThat(new AzureTenant(given)).hasToString(kept);
    }

    @Test
    void acceptsLabelsOf63CharactersAnd253InAllButNoMore() {
        String longest = (LABEL + ".").repeat(3) + "a".repeat(61);

        assertThat(new AzureTenant(longest).value()).hasSize(253);
        assertRefusedTenant(longest + "a");
        assertRefusedTenant(LABEL + "a.com");
        assertRefusedTenant("com." + LABEL + "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso",
                "contoso.",
                ".contoso.com",
                "contoso..com",
                "-contoso.com",
                "contoso-.com",
                "contoso.-com",
                "contoso.com-",
                "con_toso.com",
                "con toso.com",
                "contoso.com\n",
                "contösö.com",
                "{11111111-2222-3333-4444-555555555555}",
                "11111111-2222-3333-4444-555555555555\n",
                "11111111-2222-3333-4444-55555555555"
            })
    void refusesATenantThatIsNeitherGuidNorDomainName(String text) {
        assertRefusedTenant(text);
    }

    @Test
    void refusesCharactersOutsideAsciiWhoseLowerCaseIsInside() {
        assertRefusedTenant("\u212Aontoso.com"); // the Kelvin sign becomes a plain k
        assertRefusedTenant("\u0130x.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "consumers", "Common", "ORGANIZATIONS"})
    void refusesTheNamesOfManyTenants(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AzureTenant(text))
                .withMessageContaining("must name one tenant");
    }

    private static void assertRefusedTenant(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as(text)
                .isThrownBy(() -> new AzureTenant(text))
                .withMessage("must be a tenant's GUID or verified domain name, such as contoso.onmicrosoft.com");
    }
}
