package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePrefixTest {
    private static final CredentialSummary PRODUCTION = new CredentialSummary(
            new CredentialId("1"), CloudType.AWS, new CredentialName("Prod 😀%"), Comments.NONE, Usage.NEVER);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "prod ", "  prod", "100%", "_\\"})
    void keepsThePrefixAsGiven(String prefix) {
        assertThat(new NamePrefix(prefix)).hasToString(prefix);
    }

    @Test
    void countsCodePointsWithTheBlanks() {
        String longest = "😀".repeat(127) + " ";

        assertThat(new NamePrefix(longest)).hasToString(longest);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new NamePrefix(longest + " "))
                .withMessage("must have at most 128 characters");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new NamePrefix("x".repeat(129)))
                .withMessage("must have at most 128 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "prod\n", "\0", "\u2028", "\uD83D", "\uDE00"})
    void refusesWhatNoNameContains(String prefix) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new NamePrefix(prefix));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'',true", "Prod,true", "Prod ,true", "Prod 😀%,true", "prod,false", "%,false", "Prod  ,false"})
    void filtersByTheLiteralBeginningOfTheName(String prefix, boolean passes) {
        CredentialFilter filter = new CredentialFilter(Optional.empty(), Optional.of(new NamePrefix(prefix)));

        assertThat(filter.matches(PRODUCTION)).isEqualTo(passes);
    }

    @Test
    void filtersByTypeToo() {
        Optional<NamePrefix> prefix = Optional.of(new NamePrefix("Prod"));

        assertThat(CredentialFilter.ALL.matches(PRODUCTION)).isTrue();
        assertThat(new CredentialFilter(Optional.of(CloudType.AWS), prefix).matches(PRODUCTION))
                .isTrue();
        assertThat(new CredentialFilter(Optional.of(CloudType.GCP), prefix).matches(PRODUCTION))
                .isFalse();
    }
}
