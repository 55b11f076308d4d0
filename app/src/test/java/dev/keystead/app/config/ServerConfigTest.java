package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.jose.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
    private static final ConsoleOptions CONSOLE = new ConsoleOptions(true, Optional.empty(), "openid");

    @TempDir
    private Path folder;

    private Given given;

    @BeforeEach
    void giveWhatIsRequired() throws IOException {
        given = Given.everythingRequired(folder);
    }

    @Test
    void hasTheDefaultsOfTheContract() {
        ServerConfig config = ServerConfig.read(given.sources());

        assertThat(config.management().address()).contains(new Address("127.0.0.1", 9090));
        assertThat(config.http()).isEqualTo(new HttpOptions("127.0.0.1", 8080, Optional.empty(), 0, 256, CONSOLE));
        assertThat(config.storage().url()).isEqualTo("jdbc:h2:file:./keystead-data/keystead");
        assertThat(config.storage().user()).isEmpty();
        assertThat(config.storage().password()).isEmpty();
        assertThat(config.storage().poolSize()).isEqualTo(10);
        assertThat(config.storage().migrate()).isTrue();
        assertThat(config.storage().sync()).isEqualTo(StorageConfig.Sync.COMMIT);
        assertThat(config.auth().orgsClaim()).isEqualTo("orgs");
        assertThat(config.auth().orgClaim()).isEqualTo("org_id");
        assertThat(config.auth().roleClaim()).isEqualTo("role");
    }

    @Test
    void takesTheFlagBeforeTheEnvironmentBeforeTheFile() throws IOException {
        given.file(folder, "http-port=1", "http-host=file.example", "storage-pool-size=3")
                .variable("KEYSTEAD_HTTP_PORT", "2")
                .variable("KEYSTEAD_HTTP_HOST", "environment.example")
                .flag("http-port", "3");

        ServerConfig config = ServerConfig.read(given.sources());

        assertThat(config.http())
                .isEqualTo(new HttpOptions("environment.example", 3, Optional.empty(), 0, 256, CONSOLE));
        assertThat(config.storage().poolSize()).isEqualTo(3);
    }

    @Test
    void forcesEachCommitToTheDiskIfItIsToldTo() {
        ServerConfig config =
                ServerConfig.read(given.flag("storage-sync", "always").sources());

        assertThat(config.storage().sync()).isEqualTo(StorageConfig.Sync.ALWAYS);
    }

    @Test
    void turnsTheManagementListenerOff() {
        ServerConfig config =
                ServerConfig.read(given.flag("management-port", "off").sources());

        assertThat(config.management().address()).isEmpty();
    }

    @Test
    void takesTheNameOfTheFileFromTheEnvironmentToo() throws IOException {
        Path file = Files.writeString(folder.resolve("keystead.properties"), "http-port=81\n");

        ServerConfig config = ServerConfig.read(
                given.variable("KEYSTEAD_CONFIG", file.toString()).sources());

        assertThat(config.http().port()).isEqualTo(81);
    }

    @Test
    void namesEachMissingOption() {
        assertThat(problems(Given.nothing()))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("auth-issuer is required"))
                .anySatisfy(line -> assertThat(line).startsWith("auth-audience is required"))
                .anySatisfy(line -> assertThat(line).startsWith("secrets-keyset is required"));
    }

    @ParameterizedTest
    @CsvSource({
        "KEYSTEAD_HTTP_PORT, 70000, must be a whole number from 0 to 65535",
        "KEYSTEAD_HTTP_PORT, eighty, must be a whole number from 0 to 65535",
        "KEYSTEAD_MANAGEMENT_PORT, none, must be a whole number from 0 to 65535",
        "KEYSTEAD_RATE_LIMIT, -1, must be a whole number from 0 to 1000000",
        "KEYSTEAD_RATE_LIMIT, 1.5, must be a whole number from 0 to 1000000",
        "KEYSTEAD_MAX_CONCURRENT_REQUESTS, 0, must be a whole number from 1 to 10000",
        "KEYSTEAD_MAX_CONCURRENT_REQUESTS, many, must be a whole number from 1 to 10000",
        "KEYSTEAD_STORAGE_POOL_SIZE, 0, must be a whole number from 1 to 1000",
        "KEYSTEAD_STORAGE_MIGRATE, yes, must be true or false",
        "KEYSTEAD_STORAGE_SYNC, never, must be commit or always",
        "KEYSTEAD_AUTH_ISSUER, urn:keystead:dev, 'must not be urn:keystead:dev, the issuer of development tokens'",
        "KEYSTEAD_AUTH_ISSUER, ' ', is empty",
        "KEYSTEAD_PLATFORM_AWS_ACCOUNT, 1234, 'must be an AWS account id of 12 digits, such as 123456789012'",
        "KEYSTEAD_PLATFORM_GCP_SERVICE_ACCOUNT, me@example.com, 'must be the address of a service account, such as"
                + " NAME@PROJECT.iam.gserviceaccount.com, in whose name {org} may stand once'",
    })
    void saysWhatIsWrongAndWhereItWasSaid(String variable, String value, String problem) {
        assertThat(problems(given.variable(variable, value))).contains(variable + " " + problem);
    }

    @Test
    void hasNoAccountOfThePlatformUnlessItIsTold() {
        assertThat(ServerConfig.read(given.sources()).platform()).isEqualTo(PlatformAccounts.NONE);
    }

    @Test
    void readsTheAccountsOfThePlatform() {
        given.variable("KEYSTEAD_PLATFORM_AWS_ACCOUNT", "210987654321")
                .flag("platform-gcp-service-account", "ks-{org}@platform-1.iam.gserviceaccount.com");

        assertThat(ServerConfig.read(given.sources()).platform())
                .isEqualTo(new PlatformAccounts(
                        Optional.of(new AwsAccountId("210987654321")),
                        Optional.of(new PlatformServiceAccount("ks-{org}@platform-1.iam.gserviceaccount.com"))));
    }

    @Test
    void takesTheKeysFromAFileOrAUrlOrTheIssuer() throws IOException {
        Path file = folder.resolve("jwks.json");
        assertThat(keysWith(given)).isEqualTo(TokenKeys.inFile(file));
        assertThat(keysWith(given.variable("KEYSTEAD_AUTH_JWKS", "https://id.example.com/jwks?tenant=a")))
                .isEqualTo(TokenKeys.at("https://id.example.com/jwks?tenant=a"));
        assertThat(keysWith(given.without("KEYSTEAD_AUTH_JWKS")))
                .isEqualTo(TokenKeys.ofIssuer("https://id.example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://id.example.com/jwks, the URL must begin with https; plain http is for",
        "HTTP://id.example.com/jwks, the URL must begin with https; plain http is for",
        "https://ada:planted@id.example.com/jwks, the URL must have no user info",
        "https://id.example.com/jwks#planted, the URL must have no fragment",
        "https:id.example.com/jwks, the URL must be absolute and name a host",
        "file:///etc/planted, the URL must be absolute and name a host",
        "https://id.example.com/pla nted, the URL is malformed",
    })
    void refusesAUrlThatKeysMustNotBeFetchedFrom(String url, String problem) {
        assertThat(problems(given.variable("KEYSTEAD_AUTH_JWKS", url)))
                .singleElement()
                .asString()
                .startsWith("KEYSTEAD_AUTH_JWKS: " + problem)
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, the URL must be absolute and name a host",
        "http://id.example.com, the URL must begin with https; plain http is for",
        "https://id.example.com/?tenant=a, the URL of an issuer must have no query",
    })
    void refusesAnIssuerThatCannotBeAskedForItsKeys(String issuer, String problem) {
        given.without("KEYSTEAD_AUTH_JWKS").variable("KEYSTEAD_AUTH_ISSUER", issuer);

        assertThat(problems(given))
                .singleElement()
                .asString()
                .startsWith("KEYSTEAD_AUTH_ISSUER: " + problem)
                .endsWith("; the keys are looked up there, unless auth-jwks says where they are");
    }

    @Test
    void takesAnyIssuerWhoseKeysAreNamed() {
        ServerConfig config = ServerConfig.read(
                given.variable("KEYSTEAD_AUTH_ISSUER", "accounts").sources());

        assertThat(config.auth().issuer()).isEqualTo("accounts");
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThat(problems(given.variable("KEYSTEAD_SECRETS_KEYSET", "/no/such/file")))
                .containsExactly("KEYSTEAD_SECRETS_KEYSET: cannot read the file /no/such/file");
    }

    @Test
    void refusesUnknownNamesWithTheNearestKnownOne() throws IOException {
        given.file(folder, "http-prot=1", "config=other.properties").variable("KEYSTEAD_AUTH_ISUER", "x");

        assertThat(problems(given))
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line).contains("unknown key http-prot").contains("did you mean http-port?"))
                .anySatisfy(line -> assertThat(line).contains("unknown key config"))
                .contains("unknown variable KEYSTEAD_AUTH_ISUER: did you mean KEYSTEAD_AUTH_ISSUER?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KEYSTEAD_SERVICE_HOST", "KEYSTEAD_SERVICE_PORT_HTTP", "KEYSTEAD_PORT", "KEYSTEAD_PORT_80_TCP"})
    void ignoresWhatKubernetesInjects(String variable) {
        assertThat(ServerConfig.read(
                                given.variable(variable, "tcp://10.0.0.1:80").sources())
                        .http()
                        .port())
                .isEqualTo(8080);
    }

    @Test
    void readsASecretFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2 \r\n\n");

        ServerConfig config = ServerConfig.read(
                given.flag("storage-password-file", file.toString()).sources());

        assertThat(config.storage().password()).contains("hunter2 ");
    }

    @Test
    void refusesASecretAndItsFileFromOneSource() {
        given.variable("KEYSTEAD_STORAGE_PASSWORD", "hunter2").variable("KEYSTEAD_STORAGE_PASSWORD_FILE", "file");

        assertThat(problems(given))
                .contains("KEYSTEAD_STORAGE_PASSWORD and KEYSTEAD_STORAGE_PASSWORD_FILE exclude each other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://keeper:hunter2@db/keystead",
                "jdbc:postgresql://db/keystead?user=keeper&password=hunter2",
                "jdbc:h2:file:./data;USER=sa;PASSWORD=hunter2"
            })
    void refusesAPasswordInAUrlThatIsAFlag(String url) {
        assertThat(problems(given.flag("storage-url", url)))
                .singleElement()
                .asString()
                .startsWith("--storage-url must not hold a password")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://keeper:hunter2@db/keystead",
                "jdbc:postgresql://db/keystead?user=keeper&password=hunter2",
                "jdbc:h2:file:./data;USER=sa;PASSWORD=hunter2"
            })
    void takesAPasswordInAUrlOfTheEnvironmentAndNeverShowsIt(String url) {
        StorageOptions storage = ServerConfig.read(
                        given.variable("KEYSTEAD_STORAGE_URL", url).sources())
                .storage();

        assertThat(storage.url()).isEqualTo(url);
        assertThat(storage.shownUrl()).doesNotContain("hunter2").contains("********");
        assertThat(storage).asString().doesNotContain("hunter2");
    }

    private static TokenKeys keysWith(Given given) {
        return ServerConfig.read(given.sources()).auth().keys();
    }

    private static List<String> problems(Given given) {
        return catchThrowableOfType(ConfigurationException.class, () -> ServerConfig.read(given.sources()))
                .problems();
    }
}
