package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFormTest {

    @Test
    void decodesWhatItEncodes() throws MalformedException {
        Random random = new Random(7);
        for (int length = 0; length < 50; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(CompactForm.decode(CompactForm.encode(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AA==",
                "AAA=",
                "=",
                "AA A",
                " AAAA",
                "AAAA ",
                "AAAA\n",
                "AA\r\nAA",
                "AA+A",
                "AA/A",
                "AA.A",
                "AA*A",
                "AAéA",
                "AB",
                "AAB",
                "A_",
                "\u0000AAA",
                "AAAA\uD800"
            })
    void refusesEveryOtherForm(String text) {
        assertThatThrownBy(() -> CompactForm.decode(text)).hasMessage("it must be base64url without padding");
    }

    @Test
    void hasOneFormForEveryByte() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long accepted =
                alphabet.chars().filter(last -> isAccepted("A" + (char) last)).count();

        assertThat(accepted).isEqualTo(4); // the six bits of the last character, less the four that no byte takes up
    }

    @Test
    void splitsIntoThisManyPartsEmptyOnesIncluded() throws MalformedException {
        assertThat(CompactForm.split("a..c", 3)).containsExactly("a", "", "c");
        assertThat(CompactForm.split("..", 3)).containsExactly("", "", "");
        for (String other : Arrays.asList("", "a", "a.b", "a.b.c.", ".a.b.c", "a.b.c.d.e")) {
            assertThatThrownBy(() -> CompactForm.split(other, 3)).hasMessage("it must have 3 parts");
        }
    }

    private static boolean isAccepted(String text) {
        try {
            CompactForm.decode(text);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }
}
