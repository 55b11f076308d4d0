package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comments and reasons: text of several lines, kept as given. */
class BlockTest {
    enum Block {
        COMMENTS(Comments::new),
        REASON(Reason::new);

        private final Function<String, Object> reader;

        Block(Function<String, Object> reader) {
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsCodePoints(Block type) {
        String longest = "😀".repeat(2_000);

        assertThat(type.reader.apply(longest)).hasToString(longest);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type.reader.apply(longest + "x"))
                .withMessage("must have at most 2000 characters");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheTextAsGiven(Block type) {
        String text = "  one\r\n\ttwo\u2028three\u00A0\n ";

        assertThat(type.reader.apply(text)).hasToString(text);
    }

    @ParameterizedTest
    @EnumSource
    void refusesControlCharactersButTabAndLineEnds(Block type) {
        IntStream.concat(IntStream.rangeClosed(0, 0x1F), IntStream.rangeClosed(0x7F, 0x9F))
                .filter(c -> c != '\t' && c != '\r' && c != '\n')
                .forEach(c -> assertRefused(type, "a" + (char) c + "b"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesUnpairedSurrogates(Block type) {
        List.of("\uD800", "\uDFFF", "x\uDBFF", "\uDC00\uD800").forEach(text -> assertRefused(type, text));
    }

    @Test
    void saysNothingByDefault() {
        assertThat(Comments.NONE).isEqualTo(new Comments(""));
        assertThat(Reason.NONE).isEqualTo(new Reason(""));
    }

    private static void assertRefused(Block type, String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as("%s", text.codePoints().boxed().toList())
                .isThrownBy(() -> type.reader.apply(text))
                .withMessage("must not contain control characters other than tab, CR and LF, or unpaired surrogates");
    }
}
