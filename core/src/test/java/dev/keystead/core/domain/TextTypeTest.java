package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every type that reads a client's text, whatever its own rule. */
class TextTypeTest {
    private static final String MARKER = "Zq7Marker";
    private static final Set<TextType> ACCEPT_THE_EMPTY_TEXT =
            EnumSet.of(TextType.COMMENTS, TextType.NAME_PREFIX, TextType.REASON);
    private static final List<String> FRAGMENTS = List.of(
            "",
            "a",
            "Z",
            "0",
            "00000000",
            "-",
            ".",
            ":",
            "/",
            "*",
            " ",
            "\t",
            "\n",
            "\0",
            "@",
            "=",
            "_",
            "|",
            "\u00A0",
            "\u2028",
            "\uD800",
            "\uDC00",
            "😀",
            "é",
            "\u212A",
            "MQ",
            "arn:aws:iam::123456789012:role/",
            "********",
            "aws-service-role",
            "11111111-2222-3333-4444-555555555555",
            "example.com",
            "x".repeat(63),
            "y".repeat(300));

    @ParameterizedTest
    @EnumSource
    void neverRepeatsARefusedTextInItsMessage(TextType type) {
        List<String> refusedByAll = List.of(
                MARKER + "\u0007",
                "\u0007" + MARKER,
                MARKER + "\uD800",
                "\0" + MARKER + " " + MARKER,
                MARKER.repeat(300),
                ("arn:aws:iam::123456789012:user/" + MARKER).repeat(70));

        for (String text : refusedByAll) {
            InvalidValueException refusal = catchThrowableOfType(InvalidValueException.class, () -> type.read(text));

            assertThat(refusal).as("%s reading %s", type, text).isNotNull();
            assertThat(refusal.getMessage().toLowerCase(Locale.ROOT))
                    .isNotBlank()
                    .doesNotContain(MARKER.toLowerCase(Locale.ROOT));
            assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheEmptyTextUnlessItMeansNothingSaid(TextType type) {
        if (ACCEPT_THE_EMPTY_TEXT.contains(type)) {
            assertThat(type.read("")).hasToString("");
        } else {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> type.read(""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eitherReadsARandomTextOrRefusesIt(TextType type) {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);

        for (int round = 0; round < 3_000; round++) {
            String text = randomText(random);
            try {
                Object value = type.read(text);
                assertThat(type.read(text)).as("seed %d", seed).isEqualTo(value).hasSameHashCodeAs(value);
            } catch (InvalidValueException refusal) {
                assertThat(refusal).as("seed %d", seed).hasNoCause();
            } catch (RuntimeException other) {
                fail("seed %d, text <%s>".formatted(seed, text), other);
            }
        }
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(6);
        for (int part = 0; part < parts; part++) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return text.toString();
    }
}
