package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Receipt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tidying up expired receipts. */
abstract class ExpiryRules extends RuleGroup {
    ExpiryRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check the comparison: a receipt counts as absent from the very time of its expiry on. */
    @Test
    @DisplayName("S-86 receipts that expired at or before the instant are deleted, and no others")
    void deletesExpiredReceipts() {
        Receipt before = keep("before", MADE.minusMillis(1));
        Receipt then = keep("then", MADE);
        Receipt after = keep("after", MADE.plusMillis(1));

        maintenance().expireReceipts(MADE, PLENTY);

        assertThat(repository().receipt(before.key())).as("expired before").isEmpty();
        assertThat(repository().receipt(then.key())).as("expired at that time").isEmpty();
        assertThat(repository().receipt(after.key())).as("not expired yet").contains(after);
        assertThat(listedIds(ACME)).as("the credentials").containsExactly("after", "before", "then");
    }

    /** If this fails, check that the limit bounds the deletion and that the answer is the number deleted. */
    @Test
    @DisplayName("S-87 no more receipts than the limit are deleted at a time, and their number is told")
    void deletesNoMoreThanTheLimit() {
        List<Receipt> expired = List.of(
                keep("1", MADE.minusSeconds(3)), keep("2", MADE.minusSeconds(2)), keep("3", MADE.minusSeconds(1)));

        assertThat(maintenance().expireReceipts(MADE, 2)).as("deleted of three").isEqualTo(2);
        assertThat(expired)
                .filteredOn(receipt -> repository().receipt(receipt.key()).isPresent())
                .as("the receipts left")
                .hasSize(1);
        assertThat(maintenance().expireReceipts(MADE, 2)).as("deleted of one").isEqualTo(1);
        assertThat(maintenance().expireReceipts(MADE, 2)).as("deleted of none").isZero();
    }

    private Receipt keep(String name, Instant expiry) {
        Receipt receipt = aReceipt()
                .under(name)
                .created(aCredential().id(name).build())
                .expiringAt(expiry)
                .build();
        commit(Commits.with(receipt, commits.creating(aCredential().id(name).build())));
        return receipt;
    }
}
