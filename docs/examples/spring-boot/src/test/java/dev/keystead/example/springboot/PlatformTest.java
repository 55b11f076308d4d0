package dev.keystead.example.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PlatformTest {
    private static final String ISSUER = "https://login.example.com/";
    private static final String AN_ACCOUNT =
            "{\"name\":\"Production\",\"role\":\"arn:aws:iam::123456789012:role/Inventory\"}";
    private static final TokenIssuer IDENTITY_PROVIDER = TokenIssuer.generate();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext platform;

    @BeforeAll
    static void start() {
        KeySet.generate().writeTo(folder.resolve("keyset.json"));
        IDENTITY_PROVIDER.writePublicKeysTo(folder.resolve("jwks.json"));
        platform = started("jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void registersAnAccountAndListsIt() throws Exception {
        HttpResponse<String> registered = post("/customers/acme/aws-accounts", token("ada", Role.ADMIN), AN_ACCOUNT);
        HttpResponse<String> listed = get("/customers/acme/accounts", token("bob", Role.VIEWER));

        assertThat(registered.statusCode()).isEqualTo(200);
        assertThat(listed.body()).isEqualTo("[\"Production\"]");
    }

    @Test
    void leavesThePermissionsToKeystead() throws Exception {
        HttpResponse<String> refused = post("/customers/acme/aws-accounts", token("bob", Role.VIEWER), AN_ACCOUNT);
        HttpResponse<String> elsewhere = get("/customers/globex/accounts", token("ada", Role.ADMIN));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
    }

    @Test
    void leavesTheRulesToKeystead() throws Exception {
        HttpResponse<String> refused =
                post("/customers/acme/aws-accounts", token("ada", Role.ADMIN), AN_ACCOUNT.replace(":role/", ":user/"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is the ARN of an IAM user");
    }

    @Test
    void knowsNobodyByAForgedToken() throws Exception {
        assertThat(get("/customers/acme/accounts", "forged").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsWhatItCommittedWhenATransactionOfTheApplicationIsRolledBack() {
        new TransactionTemplate(platform.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> {
                    registerInProcess(new OrgId("initech"));
                    transaction.setRollbackOnly();
                });

        assertThat(platform.getBean(Keystead.class)
                        .listCredentials()
                        .list(Caller.system("test"), ListCredentials.Query.all(new OrgId("initech")))
                        .credentials())
                .hasSize(1);
    }

    @Test
    void closesTheStorageWithTheApplication() {
        ConfigurableApplicationContext another = started("jdbc:h2:mem:another;DB_CLOSE_DELAY=-1");
        Storage storage = another.getBean(Storage.class);
        storage.ping();
        another.close();

        assertThatThrownBy(storage::ping).isInstanceOf(StorageUnavailableException.class);
    }

    private static void registerInProcess(OrgId customer) {
        CloudAccount<Secret> account = new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Inventory"));
        platform.getBean(Keystead.class)
                .createCredential()
                .create(
                        Caller.system("test"),
                        CreateCredential.Command.of(customer, new CredentialName("Production"), account));
    }

    private static ConfigurableApplicationContext started(String url) {
        return SpringApplication.run(
                Platform.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--keystead.issuer=" + ISSUER,
                "--keystead.keyset=" + folder.resolve("keyset.json").toUri(),
                "--keystead.jwks=" + folder.resolve("jwks.json").toUri());
    }

    private static String token(String subject, Role role) {
        return IDENTITY_PROVIDER.issue(new TokenRequest(
                ISSUER,
                "platform",
                new Subject(subject),
                Map.of(new OrgId("acme"), Set.of(role)),
                Duration.ofMinutes(5)));
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    private static HttpResponse<String> post(String path, String token, String body)
            throws IOException, InterruptedException {
        return send(request(path, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String token) {
        String port = platform.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .headers("Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
