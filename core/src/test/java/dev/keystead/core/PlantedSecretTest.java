package dev.keystead.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every type of the public API and looks for a planted secret in what it prints. */
class PlantedSecretTest {
    private static final String MARKER = "p8Q~planted-secret";
    private static final Secret SECRET = Secret.of(MARKER);
    private static final OrgId ACME = new OrgId("acme");
    private static final CredentialId ID = new CredentialId("id-1");
    private static final CredentialName NAME = new CredentialName("prod");
    private static final AzureServicePrincipal<Secret> ACCOUNT = new AzureServicePrincipal<>(
            new AzureTenant("contoso.com"), new AzureClientId("11111111-2222-3333-4444-555555555555"), SECRET);

    /** One value, with the secret in it, of each type that can hold one. */
    static List<Object> samples() {
        CredentialChange change = CredentialChange.account(AccountChange.key(SECRET));
        Credential<Secret> credential = new Credential<>(
                ACME,
                ID,
                NAME,
                Comments.NONE,
                ACCOUNT,
                Usage.NEVER,
                1,
                Audit.created(Instant.EPOCH, new Subject("ada")));
        return List.of(
                SECRET,
                KeyChange.to(SECRET),
                AccountChange.key(SECRET),
                change,
                ACCOUNT,
                credential,
                new ResolveCredential.Resolution(credential, Optional.empty()),
                CreateCredential.Command.of(ACME, NAME, ACCOUNT),
                UpdateCredential.Command.of(ACME, ID, change, Reason.NONE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void printsNoSecret(Object holder) {
        assertThat(SecretHolders.reaches(holder, SECRET))
                .as("the secret is planted")
                .isTrue();

        assertThat(holder.toString()).doesNotContain(MARKER).contains("********");
    }

    @Test
    void knowsEveryTypeThatCanHoldASecret() {
        List<Class<?>> holders = SecretHolders.in("domain", "usecase");

        assertThat(holders)
                .as("a new type that can hold a secret belongs into the samples of this test")
                .containsExactlyInAnyOrderElementsOf(
                        samples().stream().<Class<?>>map(Object::getClass).toList());
    }

    @Test
    void findsNoTypeInTheSpiThatCanHoldASecret() {
        assertThat(SecretHolders.in("spi")).isEmpty();
    }
}
