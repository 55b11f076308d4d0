package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Recording the use of credentials. */
abstract class UsageRules extends RuleGroup {
    UsageRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check the comparison of times: only an older use is left out, and none at all is the oldest. */
    @Test
    @DisplayName("S-60 a use is recorded unless a younger one is stored; of two at one time the later report holds")
    void recordsUnlessAYoungerUseIsStored() {
        Credential<SealedSecret> credential = create(aCredential());

        expectAfter(credential, Usage.at(MADE, 10), Usage.at(MADE, 10));
        expectAfter(credential, Usage.at(MADE.plusMillis(1), 5), Usage.at(MADE.plusMillis(1), 5));
        expectAfter(credential, Usage.at(MADE, 99), Usage.at(MADE.plusMillis(1), 5));
        expectAfter(credential, Usage.NEVER, Usage.at(MADE.plusMillis(1), 5));
        expectAfter(credential, Usage.at(MADE.plusMillis(1), 7), Usage.at(MADE.plusMillis(1), 7));
        expectAfter(credential, Usage.at(MADE.plusSeconds(1), 0), Usage.at(MADE.plusSeconds(1), 0));
    }

    /** If this fails, check that recording writes the usage's own columns and nothing else. */
    @Test
    @DisplayName("S-61 recording a use changes neither the version nor anything else of the credential nor the history")
    void changesNothingElse() {
        Credential<SealedSecret> credential = create(aCredential().azure());

        repository().recordUsage(ACME, credential.id(), Usage.at(MADE.plusSeconds(5), 17));

        assertThat(CredentialBuilder.like(current(credential)).used(Usage.NEVER).build())
                .as("the credential but for its usage")
                .isEqualTo(credential);
        assertThat(historyOf(credential)).as("the history").hasSize(1);
    }

    /** If this fails, check that the answer is about the credential, not about whether a row was written. */
    @Test
    @DisplayName("S-62 recording a use says whether the credential is there, even if an older use changes nothing")
    void saysWhetherTheCredentialIsThere() {
        Credential<SealedSecret> credential = create(aCredential());
        Credential<SealedSecret> removed = create(aCredential().id("removed"));
        commit(commits.removing(removed));

        assertThat(report(credential.id(), Usage.at(MADE, 1))).as("a first use").isTrue();
        assertThat(report(credential.id(), Usage.at(MADE, 1)))
                .as("the same again")
                .isTrue();
        assertThat(report(credential.id(), Usage.at(MADE.minusSeconds(1), 1)))
                .as("an older use")
                .isTrue();
        assertThat(report(removed.id(), Usage.at(MADE, 1)))
                .as("of a removed credential")
                .isFalse();
        assertThat(report(new CredentialId("unknown"), Usage.at(MADE, 1)))
                .as("of an unknown credential")
                .isFalse();
    }

    private boolean report(CredentialId id, Usage usage) {
        return repository().recordUsage(ACME, id, usage);
    }

    private void expectAfter(Credential<SealedSecret> credential, Usage reported, Usage expected) {
        report(credential.id(), reported);
        assertThat(current(credential).usage())
                .as("the usage after %s", reported)
                .isEqualTo(expected);
    }
}
