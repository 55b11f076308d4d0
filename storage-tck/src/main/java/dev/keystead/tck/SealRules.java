package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Counting and replacing sealed values; reading external ids. */
abstract class SealRules extends RuleGroup {
    private static final SealedSecret OLD = new SealedSecret("key-1", "sealed-1");
    private static final SealedSecret NEW = new SealedSecret("key-2", "sealed-2");

    SealRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that reading makes nothing, and that an external id alone is enough to be found. */
    @Test
    @DisplayName("S-82 the operator reads an external id that was given, and never makes one")
    void readsTheExternalIdWithoutMakingOne() {
        ExternalId given = new ExternalId("x".repeat(32));
        repository().externalId(GLOBEX, given);

        assertThat(maintenance().externalId(GLOBEX)).as("the external id given").contains(given);
        assertThat(maintenance().externalId(ACME)).as("where none was given").isEmpty();
        assertThat(maintenance().externalId(ACME))
                .as("where none was given, asked again")
                .isEmpty();
    }

    /** If this fails, check that every stored value counts, equal or not, in all organisations. */
    @Test
    @DisplayName("S-83 the count by key id has every stored secret and no key without any")
    void countsSecretsByKeyId() {
        assertThat(maintenance().countByKeyId()).as("without anything stored").isEmpty();
        create(aCredential().id("1").azure(OLD));
        create(aCredential().id("2").azure(OLD));
        create(aCredential().id("3").in(GLOBEX).azure(OLD));
        create(aCredential().id("4").azure(NEW));
        create(aCredential().id("5"));
        create(aCredential().id("6").gcp("my-project-123"));

        assertThat(maintenance().countByKeyId())
                .as("the stored secrets by key id")
                .isEqualTo(Map.of("key-1", 3L, "key-2", 1L));
    }

    /** If this fails, check that value and key id are written together and nothing else is. */
    @Test
    @DisplayName("S-84 replacing a sealed key writes value and key id, and neither version nor audit nor history")
    void replacesTheKeyAlone() {
        Credential<SealedSecret> credential = create(aCredential().azure(OLD));

        assertThat(maintenance().replaceSealed(keyOf(credential), OLD, NEW))
                .as("the answer")
                .isTrue();

        assertThat(repository().find(ACME, credential.id()))
                .as("the credential with the replacement")
                .contains(CredentialBuilder.like(credential).azure(NEW).build());
        assertThat(historyOf(credential)).as("the history").hasSize(1);
    }

    /** If this fails, check that value and key id are both compared, and that the number of rows met is looked at. */
    @Test
    @DisplayName("S-85 a sealed key is not replaced where another or none is")
    void leavesWhatIsNotExpected() {
        Credential<SealedSecret> azure = create(aCredential().id("azure").azure(OLD));
        Credential<SealedSecret> aws = create(aCredential().id("aws"));

        expectLeft("another value", keyOf(azure), new SealedSecret("key-1", "sealed-other"));
        expectLeft("another key id", keyOf(azure), new SealedSecret("key-other", "sealed-1"));
        expectLeft("another member", new SecretBinding(ACME, azure.id(), Member.NAME), OLD);
        expectLeft("another organisation", new SecretBinding(GLOBEX, azure.id(), Member.KEY), OLD);
        expectLeft("no such credential", new SecretBinding(ACME, new CredentialId("unknown"), Member.KEY), OLD);
        expectLeft("no secret", keyOf(aws), OLD);

        assertThat(repository().find(ACME, azure.id()))
                .as("the credential with a key")
                .contains(azure);
        assertThat(repository().find(ACME, aws.id()))
                .as("the credential without one")
                .contains(aws);
    }

    private void expectLeft(String where, SecretBinding binding, SealedSecret expected) {
        assertThat(maintenance().replaceSealed(binding, expected, NEW))
                .as("the answer where there is %s", where)
                .isFalse();
    }
}
