package dev.keystead.example.quarkus;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ListCredentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.StringJoiner;

/** The application's own API. Who calls is told by the gateway in front of it, which lets nobody else send this header. */
@Path("/customers/{customer}/accounts")
class AccountsResource {
    private final Keystead keystead;

    AccountsResource(Keystead keystead) {
        this.keystead = keystead;
    }

    @POST
    public String register(@HeaderParam("X-User") String user, @PathParam("customer") String customer, String roleArn) {
        OrgId org = new OrgId(customer);
        CloudAccount<Secret> account = new AwsRole<>(new RoleArn(roleArn));
        return keystead.createCredential()
                .create(caller(user, org), CreateCredential.Command.of(org, new CredentialName("AWS"), account))
                .credential()
                .id()
                .value();
    }

    @GET
    public String list(@HeaderParam("X-User") String user, @PathParam("customer") String customer) {
        OrgId org = new OrgId(customer);
        StringJoiner lines = new StringJoiner("\n");
        keystead.listCredentials()
                .list(caller(user, org), ListCredentials.Query.all(org))
                .credentials()
                .forEach(account -> lines.add(account.type().code() + ": " + account.name()));
        return lines.toString();
    }

    private static Caller caller(String user, OrgId org) {
        Role role = user.equals("ada") ? Role.ADMIN : Role.VIEWER; // stands for what the application knows of its users
        return new Caller(new Subject(user), Grants.of(org, role), new RequestId("quarkus"));
    }
}
