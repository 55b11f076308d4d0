package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commits that are refused. */
abstract class RefusalRules extends RuleGroup {
    private static final Instant EXPIRY = MADE.plusSeconds(60);

    RefusalRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check how the violated key of the credentials is told from others and translated. */
    @Test
    @DisplayName("S-42 creating an id that is taken is refused as a duplicate credential")
    void refusesATakenId() {
        create(aCredential());

        expectDuplicate(
                DuplicateException.Of.CREDENTIAL,
                () -> commit(commits.creating(aCredential().named("Another").build())));
    }

    /** If this fails, check that the expiry is compared with the time of the entry, to the millisecond. */
    @Test
    @DisplayName("S-43 a commit under the key of a receipt that has not expired is refused as a duplicate receipt")
    void refusesAKeyWhoseReceiptIsGood() {
        commit(Commits.with(
                receiptOf("first"), commits.creating(aCredential().id("first").build())));
        Commit second = Commits.with(
                receiptOf("second"), commits.creating(aCredential().id("second").build()));

        expectDuplicate(DuplicateException.Of.RECEIPT, () -> commit(Commits.at(MADE, second)));
        expectDuplicate(DuplicateException.Of.RECEIPT, () -> commit(Commits.at(EXPIRY.minusMillis(1), second)));
    }

    /** If this fails, check that the expired receipt gives way in the commit itself: the new one takes its place. */
    @Test
    @DisplayName("S-44 a commit under the key of an expired receipt replaces the receipt")
    void replacesAnExpiredReceipt() {
        commit(Commits.with(
                receiptOf("first"), commits.creating(aCredential().id("first").build())));
        Credential<SealedSecret> second = aCredential().id("second").build();
        Receipt replacement =
                aReceipt().created(second).expiringAt(EXPIRY.plusSeconds(60)).build();

        assertThatCode(() -> commit(Commits.at(EXPIRY, Commits.with(replacement, commits.creating(second)))))
                .as("a commit at the very time of the receipt's expiry")
                .doesNotThrowAnyException();

        assertThat(repository().receipt(replacement.key()))
                .as("the receipt under the key")
                .contains(replacement);
        assertThat(listedIds(ACME)).as("the credentials").containsExactly("first", "second");
    }

    /** If this fails, check that the version is a condition of the write itself (and the number of rows it met is looked at). */
    @Test
    @DisplayName("S-45 a change that expects another version than the current one is refused as stale")
    void refusesAnotherVersion() {
        Credential<SealedSecret> first = create(aCredential());
        Credential<SealedSecret> second =
                CredentialBuilder.like(first).updated(MADE, "bob").build();
        commit(commits.updating(second));
        Credential<SealedSecret> third =
                CredentialBuilder.like(second).updated(MADE, "bob").build();
        Credential<SealedSecret> fourth = CredentialBuilder.like(third)
                .named("Fourth")
                .updated(MADE, "bob")
                .build();

        expectStale("an update of version 1, which is past", () -> commit(commits.updating(second, Member.NAME)));
        expectStale("an update of version 3, which is to come", () -> commit(commits.updating(fourth, Member.NAME)));
        expectStale("a removal of version 1", () -> commit(commits.removing(first)));
        expectStale("a removal of version 3", () -> commit(commits.removing(third)));
        expectStale("no change to version 1", () -> commit(commits.leaving(first)));
        expectStale("no change to version 3", () -> commit(commits.leaving(third)));
    }

    /** If this fails, check that a change that meets no row is refused. */
    @Test
    @DisplayName("S-49 a change to a credential that is not there is refused as stale")
    void refusesAChangeToNothing() {
        Credential<SealedSecret> gone = create(aCredential().id("gone"));
        commit(commits.removing(gone));
        Credential<SealedSecret> unknown = aCredential().id("unknown").build();

        for (Credential<SealedSecret> absent : List.of(gone, unknown)) {
            Credential<SealedSecret> after =
                    CredentialBuilder.like(absent).updated(MADE, "bob").build();
            expectStale("an update of the credential " + absent.id(), () -> commit(commits.updating(after)));
            expectStale("a removal of the credential " + absent.id(), () -> commit(commits.removing(absent)));
            expectStale("no change to the credential " + absent.id(), () -> commit(commits.leaving(absent)));
        }
    }

    /** If this fails, check that the receipt is written before the change: core replays what it finds under the key. */
    @Test
    @DisplayName("S-48 a duplicate receipt is reported before a stale version and before a duplicate credential")
    void reportsTheReceiptFirst() {
        Credential<SealedSecret> stored = aCredential().build();
        Receipt receipt = aReceipt().created(stored).build();
        commit(Commits.with(receipt, commits.creating(stored)));
        Credential<SealedSecret> stale =
                CredentialBuilder.like(stored).version(8).build();

        expectDuplicate(DuplicateException.Of.RECEIPT, () -> commit(Commits.with(receipt, commits.updating(stale))));
        expectDuplicate(DuplicateException.Of.RECEIPT, () -> commit(Commits.with(receipt, commits.removing(stale))));
        expectDuplicate(DuplicateException.Of.RECEIPT, () -> commit(Commits.with(receipt, commits.creating(stored))));
    }

    /** If this fails, check the key of the history: an entry is never overwritten, and never left out. */
    @Test
    @DisplayName("S-57 a commit whose entry has an id that is taken is refused as a duplicate history entry")
    void refusesATakenEntryId() {
        commit(Commits.withEntryId(
                "taken", commits.creating(aCredential().id("first").build())));
        HistoryEntry before = history(ACME).get(0);

        expectDuplicate(
                DuplicateException.Of.HISTORY_ENTRY,
                () -> commit(Commits.withEntryId(
                        "taken", commits.creating(aCredential().id("second").build()))));

        assertThat(history(ACME)).as("the history").containsExactly(before);
        assertThat(listedIds(ACME)).as("the credentials").containsExactly("first");
    }

    private static Receipt receiptOf(String credential) {
        return aReceipt()
                .created(aCredential().id(credential).build())
                .expiringAt(EXPIRY)
                .build();
    }

    private static void expectStale(String what, ThrowingCallable commit) {
        assertThatThrownBy(commit, "%s", what).isInstanceOf(StaleVersionException.class);
    }

    private static void expectDuplicate(DuplicateException.Of what, ThrowingCallable commit) {
        assertThatThrownBy(commit, "a commit that meets a duplicate %s", what)
                .isInstanceOfSatisfying(
                        DuplicateException.class,
                        duplicate -> assertThat(duplicate.of())
                                .as("what is there twice")
                                .isEqualTo(what));
    }
}
