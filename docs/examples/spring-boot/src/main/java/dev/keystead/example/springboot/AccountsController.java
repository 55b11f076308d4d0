package dev.keystead.example.springboot;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ListCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The application's own API: it maps its callers and its words to Keystead's, and leaves every rule to it. */
@RestController
class AccountsController {
    private final Keystead keystead;
    private final TokenVerifier tokens;

    AccountsController(Keystead keystead, TokenVerifier tokens) {
        this.keystead = keystead;
        this.tokens = tokens;
    }

    @PostMapping("/customers/{customer}/aws-accounts")
    String register(
            @RequestHeader("Authorization") String authorization,
            @PathVariable("customer") String customer,
            @RequestBody AwsAccount account) {
        CloudAccount<Secret> role = new AwsRole<>(new RoleArn(account.role()));
        CreateCredential.Command command =
                CreateCredential.Command.of(new OrgId(customer), new CredentialName(account.name()), role);
        return keystead.createCredential()
                .create(caller(authorization), command)
                .credential()
                .id()
                .value();
    }

    @GetMapping("/customers/{customer}/accounts")
    List<String> accounts(
            @RequestHeader("Authorization") String authorization, @PathVariable("customer") String customer) {
        List<String> names = new ArrayList<>();
        keystead.listCredentials()
                .list(caller(authorization), ListCredentials.Query.all(new OrgId(customer)))
                .credentials()
                .forEach(account -> names.add(account.name().value()));
        return names;
    }

    /** Whoever the token says; a scheduled job would be {@code Caller.system("nightly")}. */
    private Caller caller(String authorization) {
        String token = authorization.replaceFirst("^Bearer ", "");
        return Caller.of(tokens.verify(token), new RequestId(UUID.randomUUID().toString()));
    }

    record AwsAccount(String name, String role) {}
}
