package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Bodies.CLIENT_ID;
import static dev.keystead.app.acceptance.Bodies.KEY;
import static dev.keystead.app.acceptance.Bodies.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the single members, at their boundaries; strings are as they stand in the JSON text. */
class CloudMembersTest extends AcceptanceTest {

    private static final String ROLE = "must be an IAM role ARN, such as arn:aws:iam::123456789012:role/NAME";

    @ParameterizedTest
    @DisplayName("H-48 role ARNs are accepted")
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/x",
                "arn:aws-cn:iam::123456789012:role/a/b/Name_+=,.@-",
                "arn:aws-us-gov:iam::123456789012:role/x",
                "arn:aws-eusc:iam::123456789012:role/x"
            })
    void acceptsRoles(String role) {
        assertThat(createRole(role).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("H-48 what is no role ARN is refused with help")
    @CsvSource(
            delimiter = ';',
            value = {
                "arn:aws:iam::12345678901:role/x;" + ROLE,
                "arn:aws:iam::123456789012:role/x y;" + ROLE,
                "arn:aws-mars:iam::123456789012:role/x;must name a known AWS partition, such as aws, aws-cn or aws-us-gov",
                "arn:aws:sts::123456789012:assumed-role/x/y;is the ARN of an STS session (assumed-role): give the role's own"
                        + " ARN, such as arn:aws:iam::123456789012:role/NAME",
                "arn:aws:iam::123456789012:user/x;is the ARN of an IAM user: give a role's, such as"
                        + " arn:aws:iam::123456789012:role/NAME",
                "arn:aws:iam::123456789012:root;is the ARN of an IAM root: give a role's, such as"
                        + " arn:aws:iam::123456789012:role/NAME",
                "Keystead;is a bare name: give the role's whole ARN, such as arn:aws:iam::123456789012:role/NAME",
                "arn:aws:iam::123456789012:role/*;must name one role: wildcards are not allowed",
                "arn:aws:iam::123456789012:role/aws-service-role/a.b/x;must not be a service-linked role"
                        + " (path /aws-service-role/), which no third party can assume"
            })
    void refusesWhatIsNoRole(String role, String help) {
        ProblemReply.invalid(createRole(role)).hasErrors("pointer /specific/role: " + help);
    }

    @Test
    @DisplayName("H-48 the lengths of an ARN, its path and its name, and a final line break")
    void limitsRoles() {
        String prefix = "arn:aws:iam::123456789012:role";

        assertThat(createRole(prefix + "/" + "n".repeat(64)).status()).isEqualTo(200);
        assertThat(createRole(prefix + "/" + "p".repeat(510) + "/n").status()).isEqualTo(200);
        ProblemReply.invalid(createRole(prefix + "/" + "n".repeat(65))).hasErrors("pointer /specific/role: " + ROLE);
        ProblemReply.invalid(createRole(prefix + "/" + "p".repeat(511) + "/n"))
                .hasErrors("pointer /specific/role: must have a role path of at most 512 characters");
        ProblemReply.invalid(createRole(prefix + "/x\\n")).hasErrors("pointer /specific/role: " + ROLE);
    }

    @Test
    @DisplayName("H-49 a tenant is a GUID or a domain, kept in lower case")
    void keepsTenantsInLowerCase() {
        String id = createAzure("Contoso.OnMicrosoft.COM", CLIENT_ID, KEY).id();
        String label = "a".repeat(63);

        assertThat(describe(id).body()).contains("\"tenant\":\"contoso.onmicrosoft.com\"");
        assertThat(createAzure(CLIENT_ID.toUpperCase(Locale.ROOT), CLIENT_ID, KEY)
                        .status())
                .isEqualTo(200);
        assertThat(createAzure(label + "." + label + "." + label + ".b" + "c".repeat(60), CLIENT_ID, KEY)
                        .status())
                .isEqualTo(200);
        for (String tenant : List.of(
                "common",
                "Organizations",
                "consumers",
                "00000000-0000-0000-0000-000000000000",
                "contoso",
                "-a.com",
                "a-.com",
                "a..com",
                "ä.com",
                "a.com\\n",
                "{" + CLIENT_ID + "}",
                label + "a.com",
                "")) {
            refuses("/specific/tenant", createAzure(tenant, CLIENT_ID, KEY));
        }
    }

    @Test
    @DisplayName("H-50 a client id is a GUID, kept in lower case")
    void keepsClientIdsInLowerCase() {
        String id =
                createAzure(TENANT, "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE", KEY).id();

        assertThat(describe(id).body()).contains("\"clientId\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"");
        for (String clientId :
                List.of("", "x", "00000000-0000-0000-0000-000000000000", "{" + CLIENT_ID + "}", CLIENT_ID + "\\n")) {
            refuses("/specific/clientId", createAzure(TENANT, clientId, KEY));
        }
    }

    @Test
    @DisplayName("H-51 a key has 1 to 256 visible ASCII characters and is no GUID")
    void limitsKeys() {
        assertThat(createAzure(TENANT, CLIENT_ID, "!").status()).isEqualTo(200);
        assertThat(createAzure(TENANT, CLIENT_ID, "~".repeat(256)).status()).isEqualTo(200);
        for (String key : List.of("", "~".repeat(257), "a b", "ä", "a\\n", "\\ud800", CLIENT_ID)) {
            refuses("/specific/key", createAzure(TENANT, CLIENT_ID, key));
        }
    }

    @Test
    @DisplayName("H-51 the refused key is not repeated")
    void keepsRefusedKeysToItself() {
        Reply reply = createAzure(TENANT, CLIENT_ID, "planted secret with blanks");

        refuses("/specific/key", reply);
        assertThat(reply.body()).doesNotContain("planted");
    }

    @Test
    @DisplayName("H-52 a project is an id, domain-scoped or not")
    void acceptsProjects() {
        for (String project : List.of("abcdef", "a-1234", "a" + "b".repeat(29), "example.com:my-project")) {
            assertThat(createProject(project).status()).isEqualTo(200);
        }
        for (String project : List.of(
                "abcde",
                "a" + "b".repeat(30),
                "1abcdef",
                "abcdef-",
                "Abcdef",
                "abc_def",
                "abcdef\\n",
                "com:my-project",
                ":my-project",
                "")) {
            refuses("/specific/project", createProject(project));
        }
        ProblemReply.invalid(createProject("123456789012"))
                .hasErrors(
                        "pointer /specific/project: is a project number: give the project's id, such as my-project-123");
    }

    private static void refuses(String pointer, Reply reply) {
        assertThat(ProblemReply.invalid(reply).errors())
                .singleElement()
                .asString()
                .startsWith("pointer " + pointer + ": ");
    }

    private Reply createRole(String role) {
        return admin.post("/create", Bodies.create(org, "aws", "one", "{\"role\":\"" + role + "\"}"));
    }

    private Reply createProject(String project) {
        return admin.post("/create", Bodies.create(org, "gcp", "one", "{\"project\":\"" + project + "\"}"));
    }

    private Reply createAzure(String tenant, String clientId, String key) {
        return admin.post(
                "/create",
                Bodies.create(
                        org,
                        "azure",
                        "one",
                        "{\"tenant\":\"" + tenant + "\",\"clientId\":\"" + clientId + "\",\"key\":\"" + key + "\"}"));
    }
}
