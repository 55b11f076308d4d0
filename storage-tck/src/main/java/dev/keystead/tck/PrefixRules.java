package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.spi.ListQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Listing by the beginning of the name. */
abstract class PrefixRules extends RuleGroup {
    PrefixRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that the prefix is escaped where it becomes a pattern (LIKE), the escape character included. */
    @Test
    @DisplayName("S-24 characters that patterns are made of stand for themselves in a prefix")
    void takesPatternCharactersLiterally() {
        given("100% a", "100 b", "a_b", "axb", "a\\b", "a\\\\b", "[a]", "a*", "a?c", "a|b", "a'b", "^a", "a.b");

        expect("100%", "100% a");
        expect("%");
        expect("a_", "a_b");
        expect("_");
        expect("a\\", "a\\b", "a\\\\b");
        expect("a\\\\", "a\\\\b");
        expect("[", "[a]");
        expect("a*", "a*");
        expect("a?", "a?c");
        expect("a|", "a|b");
        expect("a'", "a'b");
        expect("a.", "a.b");
    }

    /** If this fails, check the column's collation and type: neither case nor accents nor composition may be folded. */
    @Test
    @DisplayName("S-24 a prefix is compared code point by code point: case, accents and composition count")
    void comparesCodePoints() {
        given("Prod", "prod", "PROD", "é composed", "e\u0301 decomposed", "straße", "strasse", "𝔸lpha", "𝔹eta", "Iı");

        expect("pr", "prod");
        expect("PR", "PROD");
        expect("é", "é composed");
        expect("e", "e\u0301 decomposed");
        expect("straß", "straße");
        expect("𝔸", "𝔸lpha");
        expect("I", "Iı");
    }

    /** If this fails, check for trimming and padding in the comparison, and for a prefix that is the whole name or longer. */
    @Test
    @DisplayName("S-24 a prefix counts to its last character: blanks at its end, its whole length, nothing at all")
    void countsEveryCharacter() {
        given("Prod", "Prod east", "Production");

        expect("Prod ", "Prod east");
        expect("Prod", "Prod", "Prod east", "Production");
        expect("Productions");
        expect("x".repeat(128));
        expect("", "Prod", "Prod east", "Production");
    }

    private void given(String... names) {
        for (int i = 0; i < names.length; i++) {
            create(aCredential().id(String.format("%04d", i)).named(names[i]));
        }
    }

    private void expect(String prefix, String... names) {
        CredentialFilter filter = new CredentialFilter(Optional.empty(), Optional.of(new NamePrefix(prefix)));
        List<CredentialSummary> found = repository().list(new ListQuery(ACME, filter, Optional.empty(), PLENTY));
        assertThat(found)
                .extracting(summary -> summary.name().value())
                .as("the names that begin with '%s'", prefix)
                .containsExactly(names);
    }
}
