package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types whose rule is an alphabet and a length; the rules are those of the contract's member table. */
class IdentifierTest {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String VISIBLE_ASCII = LETTERS_AND_DIGITS + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    enum Identifier {
        ORG_ID(OrgId::new, 128, LETTERS_AND_DIGITS + "._:@|-"),
        CREDENTIAL_ID(CredentialId::new, 64, LETTERS_AND_DIGITS + "-"),
        HISTORY_ID(HistoryId::new, 64, LETTERS_AND_DIGITS + "-"),
        REQUEST_ID(RequestId::new, 64, LETTERS_AND_DIGITS + "._-"),
        IDEMPOTENCY_KEY(IdempotencyKey::new, 128, VISIBLE_ASCII);

        private final Function<String, Object> reader;
        private final int max;
        private final String alphabet;

        Identifier(Function<String, Object> reader, int max, String alphabet) {
            this.reader = reader;
            this.max = max;
            this.alphabet = alphabet;
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptsItsAlphabetAndNothingElse(Identifier type) {
        IntStream everyCharacter = IntStream.concat(
                IntStream.rangeClosed(0, 0x24F), IntStream.of(0x2028, 0x212A, 0xD800, 0xDFFF, 0xFF21, 0xFFFF, 0x1D7D8));

        everyCharacter.forEach(c -> {
            String text = "a" + Character.toString(c) + "a";
            if (type.alphabet.indexOf(c) >= 0) {
                assertThat(type.reader.apply(text)).hasToString(text);
            } else {
                assertThatExceptionOfType(InvalidValueException.class)
                        .as("U+%04X", c)
                        .isThrownBy(() -> type.reader.apply(text));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void acceptsOneCharacterAndTheGreatestLengthButNoMore(Identifier type) {
        assertThat(type.reader.apply("a")).hasToString("a");
        assertThat(type.reader.apply("a".repeat(type.max))).hasToString("a".repeat(type.max));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type.reader.apply("a".repeat(type.max + 1)))
                .withMessageContaining("1 to " + type.max);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAFinalNewline(Identifier type) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> type.reader.apply("acme\n"));
    }

    @Test
    void comparesIdentifiersAsTheStorageOrdersThem() {
        assertThat(new CredentialId("B")).isLessThan(new CredentialId("a")).isGreaterThan(new CredentialId("-"));
        assertThat(new HistoryId("2")).isLessThan(new HistoryId("3")).isGreaterThan(new HistoryId("1"));
        assertThat(new OrgId("acme")).isLessThan(new OrgId("globex")).isGreaterThan(new OrgId("ACME"));
    }

    @Test
    void acceptsAnExternalIdOfExactly32LettersAndDigits() {
        assertThat(new ExternalId("Aa0".repeat(10) + "zZ")).hasToString("Aa0".repeat(10) + "zZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyz01234",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "abcdefghijklmnopqrstuvwxyz01234-",
                "abcdefghijklmnopqrstuvwxyz01234\n"
            })
    void refusesAnyOtherExternalId(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ExternalId(text))
                .withMessage("must be 32 of A-Z a-z 0-9");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 999, 1_000})
    void readsAPageLimit(int limit) {
        assertThat(PageLimit.of(String.valueOf(limit))).isEqualTo(new PageLimit(limit));
        assertThat(PageLimit.of(String.valueOf(limit)).value()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "9999", "10000", "-1", "+1", "01", "1.0", "1e2", " 1", "1\n", "٣", "0x1"})
    void refusesAnyOtherPageLimit(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> PageLimit.of(text))
                .withMessage("must be 1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_001, Integer.MAX_VALUE})
    void refusesAPageLimitOutOfRange(int limit) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PageLimit(limit));
    }
}
