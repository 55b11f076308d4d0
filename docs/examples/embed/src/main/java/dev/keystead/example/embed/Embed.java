package dev.keystead.example.embed;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenConfig;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenKeys;
import dev.keystead.jose.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program with Keystead inside: its own job registers one account, an administrator with a token registers another, and a worker with
 * a token gets the secret. There is no server, no database and no framework on its class path.
 */
public final class Embed {
    private static final String ISSUER = "https://login.example.com/";
    private static final String AUDIENCE = "platform";
    private static final OrgId ACME = new OrgId("acme");

    private final Keystead keystead;
    private final TokenVerifier tokens;

    private Embed(Keystead keystead, TokenVerifier tokens) {
        this.keystead = keystead;
        this.tokens = tokens;
    }

    public static void main(String[] args) throws IOException {
        Path jwks = Files.createTempFile("keystead-embed", ".json");
        try {
            run(jwks).forEach(System.out::println);
        } finally {
            Files.delete(jwks);
        }
    }

    /** Runs the whole story and tells it; the file is where the identity provider's public keys go. */
    static List<String> run(Path jwks) {
        TokenIssuer issuer = TokenIssuer.generate(); // stands for the identity provider
        issuer.writePublicKeysTo(jwks);
        TokenConfig config = new TokenConfig(ISSUER, AUDIENCE, TokenKeys.inFile(jwks), ClaimNames.DEFAULT);
        Embed program = new Embed(onboarded(), Jose.tokenVerifier(config, Clock.systemUTC()));

        CredentialId id = program.register(token(issuer, "alice", Role.ADMIN));
        List<String> story = new ArrayList<>(program.list(token(issuer, "bob", Role.VIEWER)));
        story.add(program.connect(token(issuer, "worker-1", Role.AGENT), id));
        return story;
    }

    /** Puts the library together and registers an account in the program's own name. */
    private static Keystead onboarded() {
        KeySet keys = KeySet.generate();
        Keystead keystead = Keystead.builder()
                .repository(new InMemoryStorage().repository())
                .sealer(Jose.sealer(keys))
                .build();

        Caller caller = Caller.system("onboarding");
        OrgId acme = new OrgId("acme");
        CloudAccount<Secret> account = new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Inventory"));
        keystead.createCredential()
                .create(caller, CreateCredential.Command.of(acme, new CredentialName("Production"), account));
        return keystead;
    }

    private CredentialId register(String token) {
        CloudAccount<Secret> account = new AzureServicePrincipal<>(
                new AzureTenant("acme.onmicrosoft.com"),
                new AzureClientId("6731de76-14a6-49ae-97bc-6eba6914391e"),
                Secret.of("an.example~of-a_client.secret"));
        CreateCredential.Command command =
                CreateCredential.Command.of(ACME, new CredentialName("Data platform"), account);
        return keystead.createCredential()
                .create(caller(token), command)
                .credential()
                .id();
    }

    private List<String> list(String token) {
        List<String> lines = new ArrayList<>();
        keystead.listCredentials()
                .list(caller(token), ListCredentials.Query.all(ACME))
                .credentials()
                .forEach(credential -> lines.add(credential.type().code() + ": " + credential.name()));
        return lines;
    }

    /** What a worker does: gets the credential with its secret, which the history notes with the purpose. */
    private String connect(String token, CredentialId id) {
        ResolveCredential.Command command = new ResolveCredential.Command(ACME, id, new Purpose("nightly inventory"));
        Credential<Secret> credential =
                keystead.resolveCredential().resolve(caller(token), command).credential();
        return credential
                .account()
                .fold(
                        aws -> "assume " + aws.arn(),
                        azure -> "log in to " + azure.tenant() + " with a key of "
                                + azure.key().reveal().length() + " characters",
                        gcp -> "impersonate in " + gcp.project());
    }

    private Caller caller(String token) {
        return Caller.of(tokens.verify(token), new RequestId("embed-example"));
    }

    private static String token(TokenIssuer issuer, String subject, Role role) {
        return issuer.issue(new TokenRequest(
                ISSUER, AUDIENCE, new Subject(subject), Map.of(ACME, Set.of(role)), Duration.ofMinutes(5)));
    }
}
