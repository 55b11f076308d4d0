package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.spi.InvalidTokenException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tokens as identity providers make them, with all their usual claims, under the settings that {@code docs/identity-providers.md}
 * recommends and under those that it warns of.
 */
class IdentityProvidersTest {
    private static final Clock WHEN_THEY_WERE_MADE = Clock.fixed(Instant.ofEpochSecond(1795600000), ZoneOffset.UTC);
    private static final Grants NOTHING = Grants.of(Map.of());
    private static final OrgId ACME = new OrgId("acme");
    private static final OrgId GLOBEX = new OrgId("globex");

    @Nested
    class Keycloak {
        private static final String TOKEN = """
                {"exp":1795600300,"iat":1795600000,"jti":"onrtro:99250f3a-c05f-82a0-4937-f3be457f7971",
                 "iss":"https://id.example.com/realms/platform","aud":["keystead","account"],
                 "sub":"98ffba67-a212-4ce5-9406-a114660eac63","typ":"Bearer","azp":"console",
                 "sid":"TEFR6bqclNi7203gtJhsQR3H","acr":"1","allowed-origins":["https://console.example.com"],
                 "realm_access":{"roles":["offline_access","default-roles-platform","uma_authorization","viewer"]},
                 "resource_access":{"https://keystead.example.com":{"roles":["admin"]},"my.console":{"roles":["planner"]},
                  "account":{"roles":["manage-account","manage-account-links","view-profile"]}},
                 "scope":"openid profile email organization:acme","email_verified":true,"organization":["acme"],
                 "name":"Ada Lovelace","preferred_username":"ada","given_name":"Ada","family_name":"Lovelace",
                 "email":"ada@acme.example"}""";

        @Test
        void givesRealmRolesInTheFirstOrganisation() {
            Settings settings = keycloak("orgs", "/organization/0", "/realm_access/roles");

            assertThat(settings.grantsOf(TOKEN)).isEqualTo(Grants.of(ACME, Role.VIEWER));
            assertThat(settings.grantsOf(TOKEN.replace("[\"acme\"]", "[\"globex\",\"acme\"]")))
                    .isEqualTo(Grants.of(GLOBEX, Role.VIEWER));
            assertThat(settings.grantsOf(TOKEN.replace("[\"acme\"]", "[]"))).isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @CsvSource({
            "/resource_access/https:~1~1keystead.example.com/roles, ADMIN",
            "/resource_access/my.console/roles, PLANNER"
        })
        void givesTheRolesOfAClient(String claim, Role role) {
            assertThat(keycloak("orgs", "/organization/0", claim).grantsOf(TOKEN))
                    .isEqualTo(Grants.of(ACME, role));
        }

        @Test
        void givesRolesByOrganisationWhereAMapperAddsThem() {
            String token =
                    TOKEN.replace("\"name\":", "\"orgs\":{\"acme\":\"admin\",\"globex\":[\"viewer\"]},\"name\":");

            assertThat(keycloak("orgs", "org_id", "role").grantsOf(token))
                    .isEqualTo(Grants.of(Map.of(ACME, Set.of(Role.ADMIN), GLOBEX, Set.of(Role.VIEWER))));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[\"acme\"]",
                    "{\"acme\":{}}",
                    "{\"acme\":{\"id\":\"42c3e46f-2477-44d7-a85b-d3b43f6b31fa\",\"role\":[\"admin\"]}}",
                    "{\"acme\":{\"groups\":[\"/admin\"]}}",
                })
        void grantsNothingByTheClaimOfOrganisationsAlone(String organization) {
            String token = TOKEN.replace("\"organization\":[\"acme\"]", "\"organization\":" + organization);

            assertThat(keycloak("organization", "org_id", "role").grantsOf(token))
                    .isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @CsvSource({"/organization/0", "/organization", "organization", "/organization/acme"})
        void grantsNothingByOrganisationsWithIds(String orgClaim) {
            String token = TOKEN.replace("[\"acme\"]", "{\"acme\":{\"id\":\"42c3e46f-2477-44d7-a85b-d3b43f6b31fa\"}}");

            assertThat(keycloak("orgs", orgClaim, "/realm_access/roles").grantsOf(token))
                    .isEqualTo(NOTHING);
        }

        private static Settings keycloak(String orgs, String org, String role) {
            return new Settings("https://id.example.com/realms/platform", "keystead", new ClaimNames(orgs, org, role));
        }
    }

    @Nested
    class Auth0 {
        private static final String TOKEN = """
                {"https://example.com/roles":["admin","marketplace-administrator"],
                 "https://example.com/orgs":{"acme":["viewer"],"globex":"agent"},
                 "iss":"https://example.eu.auth0.com/","sub":"auth0|602c0dcab993d10073daf680",
                 "aud":["https://keystead.example.com","https://example.eu.auth0.com/userinfo"],
                 "iat":1795600000,"exp":1795686400,"scope":"openid profile email","org_id":"org_9ybsU1dN2dKfDkBi",
                 "azp":"ENDmmAJsbwI1hOG1KPJddQ8LHjV6kLkV","permissions":["read:credentials"]}""";
        private static final ClaimNames PAIR = new ClaimNames("orgs", "org_id", "https://example.com/roles");

        @Test
        void givesNamespacedRolesInTheOrganisationOfTheLogin() {
            Settings settings = new Settings("https://example.eu.auth0.com/", "https://keystead.example.com", PAIR);

            assertThat(settings.grantsOf(TOKEN)).isEqualTo(Grants.of(new OrgId("org_9ybsU1dN2dKfDkBi"), Role.ADMIN));
        }

        @Test
        void givesNamespacedRolesByOrganisation() {
            Settings settings = new Settings(
                    "https://example.eu.auth0.com/",
                    "https://keystead.example.com",
                    new ClaimNames("https://example.com/orgs", "org_id", "role"));

            assertThat(settings.grantsOf(TOKEN))
                    .isEqualTo(Grants.of(Map.of(ACME, Set.of(Role.VIEWER), GLOBEX, Set.of(Role.AGENT))));
        }

        @Test
        void isAnotherIssuerWithoutTheSlashAtItsEnd() {
            new Settings("https://example.eu.auth0.com", "https://keystead.example.com", PAIR).refuse(TOKEN);
        }
    }

    @Nested
    class Cognito {
        private static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Example";
        private static final String ACCESS_TOKEN = """
                {"sub":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","device_key":"eu-west-1_aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                 "cognito:groups":["admin","eu-west-1_Example_Corporate"],
                 "iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Example","version":2,
                 "client_id":"1example23456789","origin_jti":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                 "event_id":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","token_use":"access","scope":"openid profile",
                 "auth_time":1795600000,"exp":1795603600,"iat":1795600000,"jti":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                 "username":"ada"}""";
        private static final String ID_TOKEN = """
                {"sub":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","cognito:groups":["admin","eu-west-1_Example_Corporate"],
                 "email_verified":true,"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Example",
                 "cognito:username":"ada","origin_jti":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                 "custom:org_id":"acme","custom:orgs":"{\\"acme\\":\\"admin\\"}","aud":"1example23456789",
                 "event_id":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","token_use":"id","auth_time":1795600000,
                 "exp":1795603600,"iat":1795600000,"jti":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                 "email":"ada@acme.example"}""";
        private static final ClaimNames GROUPS = new ClaimNames("orgs", "custom:org_id", "cognito:groups");

        @Test
        void isForNobodyInAnAccessTokenAsItComes() {
            new Settings(ISSUER, "1example23456789", GROUPS).refuse(ACCESS_TOKEN);
        }

        @Test
        void givesWhatATriggerAddsToTheAccessToken() {
            String token = ACCESS_TOKEN.replace(
                    "\"username\":",
                    "\"aud\":\"1example23456789\",\"orgs\":{\"acme\":\"admin\",\"globex\":[\"viewer\"]},\"username\":");

            assertThat(new Settings(ISSUER, "1example23456789", ClaimNames.DEFAULT).grantsOf(token))
                    .isEqualTo(Grants.of(Map.of(ACME, Set.of(Role.ADMIN), GLOBEX, Set.of(Role.VIEWER))));
        }

        @Test
        void givesGroupsInTheOrganisationOfAnAttribute() {
            assertThat(new Settings(ISSUER, "1example23456789", GROUPS).grantsOf(ID_TOKEN))
                    .isEqualTo(Grants.of(ACME, Role.ADMIN));
        }

        @Test
        void grantsNothingByAnAttributeThatIsJsonInAString() {
            ClaimNames attribute = new ClaimNames("custom:orgs", "custom:org_id", "cognito:groups");

            assertThat(new Settings(ISSUER, "1example23456789", attribute).grantsOf(ID_TOKEN))
                    .isEqualTo(NOTHING);
        }
    }

    @Nested
    class Entra {
        private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
        private static final String API = "00001111-aaaa-2222-bbbb-3333cccc4444";
        private static final String V2_ISSUER = "https://login.microsoftonline.com/" + TENANT + "/v2.0";
        private static final String V1_ISSUER = "https://sts.windows.net/" + TENANT + "/";
        private static final ClaimNames APP_ROLES = new ClaimNames("orgs", "tid", "roles");
        private static final Grants ADMIN_OF_THE_TENANT = Grants.of(new OrgId(TENANT), Role.ADMIN);

        private static final String V2_TOKEN = """
                {"aud":"00001111-aaaa-2222-bbbb-3333cccc4444",
                 "iss":"https://login.microsoftonline.com/aaaabbbb-0000-cccc-1111-dddd2222eeee/v2.0",
                 "iat":1795600000,"nbf":1795600000,"exp":1795603900,"aio":"AXQAi/8IAAAAtAaZLo3ChMif6KOnttRB7eBq4/Dc",
                 "azp":"11112222-bbbb-3333-cccc-4444dddd5555","azpacr":"0","name":"Ada Lovelace",
                 "oid":"aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb","preferred_username":"ada@contoso.com","rh":"I",
                 "roles":["admin","Survey.Create"],"scp":"access_as_user",
                 "sub":"HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ","tid":"aaaabbbb-0000-cccc-1111-dddd2222eeee",
                 "uti":"fqiBqXLPj0eQa82S-IYFAA","ver":"2.0"}""";
        private static final String V1_TOKEN = """
                {"aud":"api://00001111-aaaa-2222-bbbb-3333cccc4444",
                 "iss":"https://sts.windows.net/aaaabbbb-0000-cccc-1111-dddd2222eeee/",
                 "iat":1795600000,"nbf":1795600000,"exp":1795603900,"acr":"1","aio":"AXQAi/8IAAAAFm+E/QTG+gFnVxLjWdw8K+61",
                 "amr":["pwd"],"appid":"11112222-bbbb-3333-cccc-4444dddd5555","appidacr":"0","email":"ada@contoso.com",
                 "family_name":"Lovelace","given_name":"Ada","ipaddr":"192.0.2.7","name":"Ada Lovelace",
                 "oid":"aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb","rh":"I","roles":["admin","Survey.Create"],
                 "scp":"user_impersonation","sub":"l3_roISQU222bULS9yi2k0XpqpOiMz5H3ZACo1GeXA",
                 "tid":"aaaabbbb-0000-cccc-1111-dddd2222eeee","unique_name":"ada@contoso.com",
                 "uti":"FVsGxYXI30-TuikuuUoFAA","ver":"1.0"}""";

        @Test
        void givesAppRolesInTheTenant() {
            assertThat(new Settings(V2_ISSUER, API, APP_ROLES).grantsOf(V2_TOKEN))
                    .isEqualTo(ADMIN_OF_THE_TENANT);
        }

        @Test
        void givesTheSameInTheFirstVersionOfTheToken() {
            assertThat(new Settings(V1_ISSUER, "api://" + API, APP_ROLES).grantsOf(V1_TOKEN))
                    .isEqualTo(ADMIN_OF_THE_TENANT);
        }

        @Test
        void hasAnIssuerAndAnAudienceOfItsOwnInEachVersion() {
            new Settings(V2_ISSUER, "api://" + API, APP_ROLES).refuse(V1_TOKEN);
            new Settings(V1_ISSUER, API, APP_ROLES).refuse(V1_TOKEN);
            new Settings(V2_ISSUER, "api://" + API, APP_ROLES).refuse(V2_TOKEN);
            new Settings(V1_ISSUER, API, APP_ROLES).refuse(V2_TOKEN);
        }

        @Test
        void isNotTheIssuerOfEveryTenant() {
            new Settings("https://login.microsoftonline.com/common/v2.0", API, APP_ROLES).refuse(V2_TOKEN);
        }
    }

    /** What a server is told of its tokens. */
    private record Settings(String issuer, String audience, ClaimNames claims) {
        private static final VerificationKeys KEYS = TestKeys.keys(TestKeys.RSA);

        Grants grantsOf(String body) {
            String token = TokenBuilder.aToken().payloadText(body).build();
            return new JwtVerifier(
                            () -> KEYS, new ClaimRules(issuer, audience), new GrantsReader(claims), WHEN_THEY_WERE_MADE)
                    .verify(token)
                    .grants();
        }

        void refuse(String body) {
            assertThatThrownBy(() -> grantsOf(body))
                    .isInstanceOf(InvalidTokenException.class)
                    .hasMessageMatching(".*(from another issuer|for another audience)");
        }
    }
}
