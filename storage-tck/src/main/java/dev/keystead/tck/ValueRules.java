package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values come back as they went in. */
abstract class ValueRules extends RuleGroup {
    private static final String LONG_DOMAIN = String.join(".", List.of("a".repeat(63), "b".repeat(63), "c".repeat(63)));

    ValueRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check the encoding of the connection, trimming, folding, and empty texts that become absent. */
    @Test
    @DisplayName("S-04 texts are kept exactly, character by character")
    void keepsTextsExactly() {
        List<String> texts = List.of(
                "",
                " ",
                "blanks at the end  ",
                "\ttab, CR LF\r\n, LF\n, CR\r",
                "beyond the basic plane: 𝔸 😀 👩‍👩‍👧",
                "composed é and decomposed e\u0301",
                "quotes ' \" ` and \\ \\\\ %s ${x} {0} ; -- /* */",
                "null NULL \\N \\0 \\u0041",
                "U+FEFF \uFEFF, U+200B \u200B, U+2028 \u2028, U+FFFD \uFFFD");

        for (int i = 0; i < texts.size(); i++) {
            Credential<SealedSecret> credential =
                    aCredential().id("text-" + i).commented(texts.get(i)).build();
            HistoryEntry entry = EntryBuilder.anEntry()
                    .id("text-" + i)
                    .of(credential)
                    .because(texts.get(i))
                    .build();
            commit(Commits.with(entry, commits.creating(credential)));

            assertThat(current(credential).comments()).as("comments").isEqualTo(credential.comments());
            assertThat(historyOf(credential))
                    .extracting(HistoryEntry::reason)
                    .as("the reason")
                    .containsExactly(entry.reason());
        }
    }

    /** If this fails, check the type of the time's column, calendars (Julian dates), and rounding before 1970. */
    @Test
    @DisplayName("S-06 instants are kept to the millisecond, from the year 1 to 9999")
    void keepsInstantsToTheMillisecond() {
        List<Instant> instants = List.of(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1582-10-10T10:10:10.123Z"),
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.EPOCH,
                Instant.parse("2026-03-29T01:30:00.001Z"),
                Instant.parse("2026-10-25T00:30:00.999Z"),
                Instant.parse("9999-12-31T23:59:59.999Z"));

        for (int i = 0; i < instants.size(); i++) {
            Instant instant = instants.get(i);
            Credential<SealedSecret> credential = aCredential()
                    .id("time-" + i)
                    .audited(Audit.created(instant, new Subject("alice")))
                    .build();
            Receipt receipt = aReceipt()
                    .under("time-" + i)
                    .created(credential)
                    .expiringAt(instant)
                    .build();
            commit(Commits.at(instant, Commits.with(receipt, commits.creating(credential))));
            repository().recordUsage(ACME, credential.id(), Usage.at(instant, 1));

            Credential<SealedSecret> found = current(credential);
            assertThat(found.audit()).as("the audit at %s", instant).isEqualTo(credential.audit());
            assertThat(found.usage().lastTime())
                    .as("the last use at %s", instant)
                    .contains(instant);
            assertThat(repository().receipt(receipt.key()).map(Receipt::expiresAt))
                    .as("the expiry at %s", instant)
                    .contains(instant);
            assertThat(historyOf(credential))
                    .extracting(HistoryEntry::time)
                    .as("the entry's time %s", instant)
                    .contains(instant);
        }
    }

    /** If this fails, check the types of the number columns: a version is a long, a resource count an int. */
    @Test
    @DisplayName("S-07 versions and resource counts are kept over the whole range of their types")
    void keepsNumbersOverTheirRange() {
        Credential<SealedSecret> credential = aCredential()
                .version(Long.MAX_VALUE - 1)
                .used(Usage.at(MADE, Integer.MAX_VALUE))
                .build();
        load(new Item.OfCredential(credential));
        assertThat(repository().find(ACME, credential.id()))
                .as("the credential loaded")
                .contains(credential);

        Credential<SealedSecret> after =
                CredentialBuilder.like(credential).updated(MADE, "bob").build();
        commit(commits.updating(after));

        assertThat(repository().find(ACME, credential.id()))
                .as("the last version of all")
                .contains(after);
    }

    /** If this fails, check the lengths of the columns, counted in code points beyond the basic plane where the type does. */
    @Test
    @DisplayName("S-08 values are kept up to the greatest length that their types allow")
    void keepsValuesOfTheGreatestLength() {
        Credential<SealedSecret> credential = aCredential()
                .in(new OrgId("o".repeat(128)))
                .id("i".repeat(64))
                .named("𝔸".repeat(128))
                .commented("😀".repeat(2_000))
                .reachedBy(new AzureServicePrincipal<>(
                        new AzureTenant(LONG_DOMAIN + "." + "d".repeat(61)),
                        new AzureClientId("11111111-2222-3333-4444-555555555555"),
                        new SealedSecret("k".repeat(256), "s".repeat(4_096))))
                .audited(Audit.created(MADE, new Subject("é".repeat(255))))
                .build();
        HistoryEntry entry = EntryBuilder.anEntry()
                .id("h".repeat(64))
                .of(credential)
                .by("é".repeat(255))
                .because("😀".repeat(2_000))
                .requestedAs("r".repeat(64))
                .build();
        Receipt receipt = aReceipt()
                .created(credential)
                .by("é".repeat(255))
                .under("~".repeat(128))
                .of(new Fingerprint("k".repeat(256), "f".repeat(256)))
                .build();

        commit(Commits.with(entry, Commits.with(receipt, commits.creating(credential))));

        assertThat(repository().find(credential.org(), credential.id()))
                .as("the credential")
                .contains(credential);
        assertThat(historyOf(credential)).as("the history").containsExactly(entry);
        assertThat(repository().receipt(receipt.key())).as("the receipt").contains(receipt);
    }

    /** If this fails, check the columns of the clouds that have no secret. */
    @Test
    @DisplayName("S-08 roles and projects are kept up to the greatest length that their types allow")
    void keepsAccountsOfTheGreatestLength() {
        String path = "p".repeat(510);
        Credential<SealedSecret> aws = create(
                aCredential().id("aws").aws("arn:aws-us-gov:iam::123456789012:role/" + path + "/" + "n".repeat(64)));
        Credential<SealedSecret> gcp =
                create(aCredential().id("gcp").gcp(LONG_DOMAIN + "." + "d".repeat(61) + ":" + "p".repeat(30)));

        assertThat(repository().find(ACME, aws.id())).as("the role").contains(aws);
        assertThat(repository().find(ACME, gcp.id())).as("the project").contains(gcp);
    }
}
