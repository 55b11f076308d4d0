package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Commit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commits that are applied. */
abstract class CommitRules extends RuleGroup {
    CommitRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that one transaction writes the entry and the receipt with the change, for every kind of change. */
    @Test
    @DisplayName("S-40 a commit that returned has written its entry and its receipt, for every kind of change")
    void writesEntryAndReceiptWithEveryKindOfChange() {
        Credential<SealedSecret> updated = create(aCredential().id("updated"));
        Credential<SealedSecret> removed = create(aCredential().id("removed"));
        Credential<SealedSecret> left = create(aCredential().id("left"));
        Credential<SealedSecret> after =
                CredentialBuilder.like(updated).updated(MADE, "bob").build();
        Credential<SealedSecret> created = aCredential().id("created").build();
        List<Commit> all = List.of(
                Commits.with(aReceipt().under("1").created(created).build(), commits.creating(created)),
                Commits.with(aReceipt().under("2").updated(after).build(), commits.updating(after)),
                Commits.with(aReceipt().under("3").removed(removed).build(), commits.removing(removed)),
                Commits.with(aReceipt().under("4").updated(left).build(), commits.leaving(left)));

        all.forEach(this::commit);

        assertThat(all).allSatisfy(commit -> {
            Receipt receipt = commit.receipt().orElseThrow();
            assertThat(history(ACME))
                    .as("the entry of the commit %s", commit.entry().event())
                    .contains(commit.entry());
            assertThat(repository().receipt(receipt.key()))
                    .as("the receipt of the commit %s", commit.entry().event())
                    .contains(receipt);
        });
    }

    /** If this fails, check that what outlives the process is written before commit returns, or say so by overriding isDurable. */
    @Test
    @DisplayName(
            "S-41 what was committed is there after closing and reopening, unless the adapter says that it forgets")
    void keepsWhatWasCommittedOverClosing() {
        Credential<SealedSecret> credential = create(aCredential().azure());

        kit().reopenStorage();

        if (kit().isDurable()) {
            assertThat(repository().find(ACME, credential.id()))
                    .as("the credential after reopening (see CredentialRepositoryTck.reopen and isDurable)")
                    .contains(credential);
            assertThat(history(ACME)).as("the history after reopening").hasSize(1);
        } else {
            assertThat(repository().find(ACME, credential.id()))
                    .as("the credential after reopening a storage that says that it forgets: isDurable is false")
                    .isEmpty();
        }
    }

    /** If this fails, check each member's column in the update, and values that could be taken for absent (the empty text). */
    @Test
    @DisplayName("S-52 an update writes the changed members, the version and the last update")
    void writesTheChangedMembers() {
        Credential<SealedSecret> aws = create(aCredential().id("aws").commented("to be emptied"));
        Credential<SealedSecret> azure = create(aCredential().id("azure").azure());
        Credential<SealedSecret> gcp = create(aCredential().id("gcp").gcp("my-project-123"));

        expectWritten(
                next(aws).named("Renamed").commented("").aws("arn:aws:iam::210987654321:role/other"),
                Member.NAME,
                Member.COMMENTS,
                Member.ROLE);
        expectWritten(next(azure).azure(new SealedSecret("key-2", "sealed-2")), Member.KEY);
        expectWritten(next(gcp).gcp("other-project-456"), Member.PROJECT);
    }

    /** If this fails, check that an update without changed members is an update all the same. */
    @Test
    @DisplayName("S-52 an update that changes no member writes the version and the last update")
    void writesTheVersionEvenIfNoMemberChanged() {
        expectWritten(next(create(aCredential())));
    }

    /** If this fails, check that the update's statement names the changed columns only. */
    @Test
    @DisplayName("S-53 an update leaves a key that was sealed anew since it was read")
    void leavesAKeyThatWasSealedAnew() {
        SealedSecret old = new SealedSecret("key-1", "sealed-1");
        SealedSecret sealedAnew = new SealedSecret("key-1", "sealed-again");
        Credential<SealedSecret> read = create(aCredential().azure(old));
        maintenance().replaceSealed(keyOf(read), old, sealedAnew);

        commit(commits.updating(next(read).named("Renamed").build(), Member.NAME));

        assertThat(current(read).account())
                .as("the account, sealed anew between the reading and the commit of a new name")
                .isEqualTo(aCredential().azure(sealedAnew).build().account());
    }

    /** If this fails, check that no commit writes the usage. */
    @Test
    @DisplayName("S-53 an update leaves the usage that was reported since it was read")
    void leavesTheUsage() {
        Credential<SealedSecret> read = create(aCredential());
        Usage usage = Usage.at(MADE.plusSeconds(5), 17);
        repository().recordUsage(read.org(), read.id(), usage);

        commit(commits.updating(next(read).named("Renamed").build(), Member.NAME));

        assertThat(current(read).usage())
                .as("the usage, reported between the reading and the commit")
                .isEqualTo(usage);
    }

    /** If this fails, check that a commit without a change writes to no credential. */
    @Test
    @DisplayName("S-54 a commit without a change leaves the credential as it is")
    void leavesAnUnchangedCredential() {
        Credential<SealedSecret> credential = create(aCredential().azure());

        commit(commits.leaving(credential));

        assertThat(repository().find(ACME, credential.id()))
                .as("the credential after a commit that changes nothing")
                .contains(credential);
    }

    /** If this fails, check that a removal deletes the row, or everything in it, in the commit itself. */
    @Test
    @DisplayName("S-55 a removal leaves nothing of the credential, its sealed key least of all")
    void leavesNothingOfARemovedCredential() {
        Credential<SealedSecret> credential = create(aCredential().azure());

        commit(commits.removing(credential));

        assertThat(repository().find(ACME, credential.id())).as("what is found").isEmpty();
        assertThat(list(ACME)).as("what is listed").isEmpty();
        assertThat(maintenance().scan(Optional.empty(), PLENTY))
                .as("what a scan sees")
                .isEmpty();
        assertThat(maintenance().countByKeyId())
                .as("the stored secrets by key id")
                .isEmpty();
    }

    /** If this fails, check that nothing of the removed credential keeps its id taken. */
    @Test
    @DisplayName("S-56 the id of a removed credential can be created again, as another credential")
    void createsARemovedIdAgain() {
        Credential<SealedSecret> first = create(aCredential().named("First").azure());
        commit(commits.removing(first));
        Credential<SealedSecret> second =
                aCredential().named("Second").gcp("my-project-123").build();

        assertThatCode(() -> commit(commits.creating(second)))
                .as("creating the id of a removed credential")
                .doesNotThrowAnyException();

        assertThat(repository().find(ACME, second.id()))
                .as("the second credential")
                .contains(second);
    }

    private void expectWritten(CredentialBuilder after, Member... changed) {
        Credential<SealedSecret> expected = after.build();
        commit(commits.updating(expected, changed));
        assertThat(repository().find(expected.org(), expected.id()))
                .as("the credential %s after an update of %s", expected.id(), List.of(changed))
                .contains(expected);
    }

    private static CredentialBuilder next(Credential<SealedSecret> read) {
        return CredentialBuilder.like(read).updated(MADE.plusSeconds(9), "bob");
    }
}
