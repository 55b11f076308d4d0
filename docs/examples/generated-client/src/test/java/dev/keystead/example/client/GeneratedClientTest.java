package dev.keystead.example.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.example.client.generated.ApiClient;
import dev.keystead.example.client.generated.ApiException;
import dev.keystead.example.client.generated.CredentialsApi;
import dev.keystead.example.client.generated.model.AwsSpecific;
import dev.keystead.example.client.generated.model.CreateAws;
import dev.keystead.example.client.generated.model.CreateRequest;
import dev.keystead.example.client.generated.model.DescribedAws;
import dev.keystead.example.client.generated.model.ListedCredential;
import dev.keystead.http.HttpAdapter;
import dev.keystead.http.HttpConfig;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratedClientTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/keystead";
    private static final TokenVerifier ANY_TOKEN =
            token -> new Identity(new Subject(token), Grants.of(Map.of(new OrgId("acme"), Set.of(Role.ADMIN))));

    private HttpAdapter server;
    private CredentialsApi credentials;

    @BeforeEach
    void start() {
        Keystead keystead = Keystead.builder()
                .repository(new InMemoryStorage().repository())
                .sealer(Jose.sealer(KeySet.generate()))
                .build();
        server = HttpAdapter.start(HttpConfig.loopback(0), keystead.useCases(), ANY_TOKEN, Clock.systemUTC());
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.port());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer ada"));
        credentials = new CredentialsApi(client);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createsListsAndDescribes() throws ApiException {
        create("Production");

        ListedCredential listed = credentials
                .listCredentials("acme", null, null, null, null, null, null)
                .getCredentials()
                .get(0);
        DescribedAws described = credentials
                .describeCredential("acme", listed.getId(), null, null)
                .getCredential()
                .getDescribedAws();

        assertThat(listed.getName()).isEqualTo("Production");
        assertThat(described.getSpecific().getRole()).isEqualTo(ROLE);
        assertThat(described.getCreatedBy()).isEqualTo("ada");
        assertThat(described.getVersion()).isEqualTo(1);
    }

    @Test
    void tellsWhatTheServerRefuses() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> create(""))
                .satisfies(refused -> {
                    assertThat(refused.getCode()).isEqualTo(400);
                    assertThat(refused.getResponseBody()).contains("\"pointer\":\"/name\"");
                });
    }

    private void create(String name) throws ApiException {
        CreateAws request = new CreateAws()
                .orgId("acme")
                .type(CreateAws.TypeEnum.AWS)
                .name(name)
                .specific(new AwsSpecific().role(ROLE))
                .comments("");
        credentials.createCredential(new CreateRequest(request), null, null, null, null);
    }
}
