package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Receipts of repeatable requests. */
abstract class ReceiptRules extends RuleGroup {
    ReceiptRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check how the view is stored: every cloud's members, the usage, the version and the audit belong to it. */
    @Test
    @DisplayName("S-50 a receipt is read as it was committed, with its view of each cloud")
    void keepsEveryMemberOfAReceipt() {
        Credential<SealedSecret> aws = aCredential().id("aws").build();
        Credential<SealedSecret> azure = aCredential()
                .id("azure")
                .named("Café 𝔸")
                .commented("a\r\n\tb ")
                .azure()
                .build();
        Credential<SealedSecret> gcp =
                aCredential().id("gcp").gcp("example.com:my-project-123").build();
        List<Receipt> receipts = List.of(
                aReceipt().under("1").created(aws).representation(true).build(),
                aReceipt()
                        .under("2")
                        .created(azure)
                        .of(new Fingerprint("key-2", "digest-2"))
                        .build(),
                aReceipt().under("3").created(gcp).by("bob").build());
        commit(Commits.with(receipts.get(0), commits.creating(aws)));
        commit(Commits.with(receipts.get(1), commits.creating(azure)));
        commit(Commits.with(receipts.get(2), commits.creating(gcp)));

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(repository().receipt(receipt.key()))
                        .as("the receipt under %s", receipt.key().idempotencyKey())
                        .contains(receipt));
    }

    /** If this fails, check that the view is what the receipt says, not the credential as it is now. */
    @Test
    @DisplayName("S-50 a receipt keeps its view when the credential goes on, and has none of a removal")
    void keepsTheViewAsItWas() {
        Credential<SealedSecret> created = create(aCredential().azure());
        Credential<SealedSecret> after = CredentialBuilder.like(created)
                .named("Renamed")
                .used(Usage.at(MADE, 3))
                .updated(MADE.plusSeconds(1), "bob")
                .build();
        Receipt update =
                aReceipt().under("update").updated(after).representation(true).build();
        Receipt removal = aReceipt().under("remove").removed(after).build();
        commit(Commits.with(update, commits.updating(after)));
        commit(Commits.with(removal, commits.removing(after)));

        assertThat(repository().receipt(update.key()))
                .as("the receipt of the update")
                .contains(update);
        assertThat(repository().receipt(removal.key()))
                .as("the receipt of the removal")
                .contains(removal);
    }

    /** If this fails, check that reading leaves the judgement of the expiry to the caller. */
    @Test
    @DisplayName("S-50 an expired receipt is still read, and none where there is none")
    void readsExpiredReceipts() {
        Credential<SealedSecret> created = aCredential().build();
        Receipt expired =
                aReceipt().created(created).expiringAt(MADE.minusSeconds(1)).build();
        commit(Commits.with(expired, commits.creating(created)));

        assertThat(repository().receipt(expired.key()))
                .as("the expired receipt")
                .contains(expired);
        assertThat(repository().receipt(aReceipt().under("never").build().key()))
                .as("a receipt under an unused key")
                .isEmpty();
    }

    /** If this fails, check that organisation, subject and key together are the receipt's name, and are compared exactly. */
    @Test
    @DisplayName("S-51 the same key of another subject, in another organisation or in another case is another receipt")
    void keepsReceiptsApart() {
        List<Receipt> receipts = List.of(
                aReceipt().created(aCredential().id("1").build()).build(),
                aReceipt().created(aCredential().id("2").build()).by("bob").build(),
                aReceipt().created(aCredential().id("3").build()).by("Alice").build(),
                aReceipt().created(aCredential().id("4").in(GLOBEX).build()).build(),
                aReceipt().created(aCredential().id("5").build()).under("ONCE").build());

        assertThat(receipts)
                .allSatisfy(receipt -> assertThatCode(() -> create(receipt))
                        .as("a commit with the receipt %s", receipt.key())
                        .doesNotThrowAnyException());

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(repository().receipt(receipt.key()))
                        .as("the receipt under %s", receipt.key())
                        .contains(receipt));
    }

    private void create(Receipt receipt) {
        Credential<SealedSecret> credential = aCredential()
                .in(receipt.key().org())
                .id(receipt.credential().value())
                .build();
        commit(Commits.with(receipt, commits.creating(credential)));
    }
}
