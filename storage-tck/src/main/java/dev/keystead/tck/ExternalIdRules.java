package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.SealedSecret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The organisation's external id. */
abstract class ExternalIdRules extends RuleGroup {
    private static final ExternalId FIRST = new ExternalId("Aa0".repeat(10) + "Aa");
    private static final ExternalId SECOND = new ExternalId("Bb1".repeat(10) + "Bb");

    ExternalIdRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that the candidate is stored once and never again, and that the external id is the organisation's own. */
    @Test
    @DisplayName("S-70 the first candidate becomes the organisation's external id and stays it")
    void keepsTheFirstCandidate() {
        assertThat(repository().externalId(ACME, FIRST)).as("the first answer").isEqualTo(FIRST);
        assertThat(repository().externalId(ACME, SECOND))
                .as("the second answer")
                .isEqualTo(FIRST);
        assertThat(repository().externalId(GLOBEX, SECOND))
                .as("the first answer of another organisation")
                .isEqualTo(SECOND);
    }

    /** If this fails, check that the external id does not hang on a credential. */
    @Test
    @DisplayName("S-70 the external id outlives the organisation's last credential")
    void outlivesTheLastCredential() {
        Credential<SealedSecret> only = create(aCredential());
        repository().externalId(ACME, FIRST);

        commit(commits.removing(only));

        assertThat(repository().externalId(ACME, SECOND)).as("the external id").isEqualTo(FIRST);
    }
}
