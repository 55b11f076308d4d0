package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.CredentialBuilder.like;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.StorageException;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a refused commit leaves: nothing. */
abstract class AtomicityRules extends RuleGroup {
    AtomicityRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that change, entry and receipt share a transaction and that a refusal rolls it back. */
    @Test
    @DisplayName("S-46 a refused commit leaves no trace: no change, no entry, no receipt")
    void leavesNoTraceOfARefusal() {
        Credential<SealedSecret> stored = aCredential().id("stored").build();
        Credential<SealedSecret> stale = like(stored).version(7).build();
        Receipt taken = aReceipt().created(stored).build();
        commit(Commits.with(taken, commits.creating(stored)));
        Check nothingElse = new Check(stored, taken);

        nothingElse.after(
                "a taken id", commits.creating(like(stored).named("Duplicate").build()));
        nothingElse.after(
                "a stale update", commits.updating(like(stale).named("Renamed").build(), Member.NAME));
        nothingElse.after("a stale removal", commits.removing(stale));
        nothingElse.after("a stale look", commits.leaving(stale));
        nothingElse.after(
                "a removal of nothing",
                commits.removing(aCredential().id("unknown").build()));
        nothingElse.afterTakenKey(commits.creating(aCredential().id("fresh").build()));
    }

    /** That one credential, its creation and one receipt are all there is. */
    private final class Check {
        private final Credential<SealedSecret> stored;
        private final Receipt taken;

        Check(Credential<SealedSecret> stored, Receipt taken) {
            this.stored = stored;
            this.taken = taken;
        }

        void afterTakenKey(Commit commit) {
            refuse("a taken key", Commits.with(taken, commit));
        }

        void after(String what, Commit commit) {
            Receipt unwritten = aReceipt().under("refused").build();
            refuse(what, Commits.with(unwritten, commit));
            assertThat(repository().receipt(unwritten.key()))
                    .as("the receipt of %s", what)
                    .isEqualTo(Optional.empty());
        }

        private void refuse(String what, Commit commit) {
            assertThatThrownBy(() -> commit(commit), "a commit with %s", what).isInstanceOf(StorageException.class);
            assertThat(list(ACME)).as("the credentials after %s", what).containsExactly(stored.summary());
            assertThat(current(stored)).as("the credential after %s", what).isEqualTo(stored);
            assertThat(history(ACME)).as("the history after %s", what).hasSize(1);
            assertThat(repository().receipt(taken.key()))
                    .as("the receipt kept after %s", what)
                    .contains(taken);
        }
    }
}
