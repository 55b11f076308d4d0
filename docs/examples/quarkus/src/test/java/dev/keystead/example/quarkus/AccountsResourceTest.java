package dev.keystead.example.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.usecase.ListHistory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KeySetResource.class)
class AccountsResourceTest {
    @Inject
    Keystead keystead;

    @TestHTTPResource
    URI application;

    @Test
    void registersAnAccountAndListsIt() throws Exception {
        HttpResponse<String> registered = post("acme", "ada", "arn:aws:iam::123456789012:role/Inventory");
        HttpResponse<String> listed = send(request("acme", "bob").GET());

        assertThat(registered.statusCode()).isEqualTo(200);
        assertThat(listed.body()).isEqualTo("aws: AWS");
        assertThat(keystead.listHistory()
                        .list(Caller.system("test"), ListHistory.Query.latest(new OrgId("acme")))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).hasToString("ada"));
    }

    @Test
    void leavesThePermissionsAndTheRulesToKeystead() throws Exception {
        assertThat(post("globex", "bob", "arn:aws:iam::123456789012:role/Inventory")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("globex", "ada", "no role").statusCode()).isEqualTo(400);
        assertThat(send(request("globex", "ada").GET()).body()).isEmpty();
    }

    private HttpResponse<String> post(String customer, String user, String roleArn)
            throws IOException, InterruptedException {
        return send(request(customer, user).POST(HttpRequest.BodyPublishers.ofString(roleArn)));
    }

    private HttpRequest.Builder request(String customer, String user) {
        return HttpRequest.newBuilder(application.resolve("/customers/" + customer + "/accounts"))
                .headers("X-User", user, "Content-Type", "text/plain");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
