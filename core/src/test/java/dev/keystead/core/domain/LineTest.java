package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names and purposes: one line of text, stored stripped. */
class LineTest {
    private static final String NOT_IN_ASCII = "😀";
    private static final List<Integer> WHITE_SPACE = List.of(
            0x20, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A,
            0x202F, 0x205F, 0x3000);

    enum Line {
        CREDENTIAL_NAME(CredentialName::new, 128),
        PURPOSE(Purpose::new, 200);

        private final Function<String, Object> reader;
        private final int max;

        Line(Function<String, Object> reader, int max) {
            this.reader = reader;
            this.max = max;
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsCodePoints(Line type) {
        String longest = NOT_IN_ASCII.repeat(type.max);

        assertThat(type.reader.apply("x")).hasToString("x");
        assertThat(type.reader.apply(longest)).hasToString(longest);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type.reader.apply(longest + "x"))
                .withMessageContaining("1 to " + type.max);
    }

    @ParameterizedTest
    @EnumSource
    void stripsWhiteSpaceOfEveryKindAndKeepsItInside(Line type) {
        for (int c : WHITE_SPACE) {
            String space = Character.toString(c);

            assertThat(type.reader.apply(space + space + "a" + space + "b" + space))
                    .as("U+%04X", c)
                    .hasToString("a" + space + "b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsNoWhiteSpaceAroundTheText(Line type) {
        String longest = "x".repeat(type.max);

        assertThat(type.reader.apply(" ".repeat(500) + longest + "\u00A0".repeat(500)))
                .hasToString(longest);
    }

    @ParameterizedTest
    @EnumSource
    void refusesNothingButWhiteSpace(Line type) {
        for (int c : WHITE_SPACE) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .as("U+%04X", c)
                    .isThrownBy(() -> type.reader.apply(Character.toString(c).repeat(3)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesControlCharactersAndLineSeparatorsEvenAroundTheText(Line type) {
        IntStream c0 = IntStream.rangeClosed(0, 0x1F);
        IntStream c1AndDelete = IntStream.rangeClosed(0x7F, 0x9F);
        IntStream separators = IntStream.of(0x2028, 0x2029);

        IntStream.concat(c0, IntStream.concat(c1AndDelete, separators))
                .mapToObj(Character::toString)
                .flatMap(c -> List.of(c + "name", "na" + c + "me", "name" + c).stream())
                .forEach(text -> assertRefusedAsUnprintable(type, text));
    }

    @ParameterizedTest
    @EnumSource
    void refusesUnpairedSurrogates(Line type) {
        List.of("\uD800", "\uDFFF", "\uDC00\uD800", "x\uD83D", "\uDE00x", "\uD83D\uD83D\uDE00")
                .forEach(text -> assertRefusedAsUnprintable(type, text));
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatOnlyLooksLikeWhiteSpace(Line type) {
        assertThat(type.reader.apply("\u200Bname\uFEFF")).hasToString("\u200Bname\uFEFF");
    }

    @Test
    void givesThePurposeToTheHistoryAsItsReason() {
        assertThat(new Purpose(" scan ").asReason()).isEqualTo(new Reason("scan"));
    }

    private static void assertRefusedAsUnprintable(Line type, String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as("%s", text.codePoints().boxed().toList())
                .isThrownBy(() -> type.reader.apply(text))
                .withMessage("must not contain control characters, line separators or unpaired surrogates");
    }
}
