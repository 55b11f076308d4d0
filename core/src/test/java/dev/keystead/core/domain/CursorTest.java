package dev.keystead.core.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final List<String> SCOPE = List.of("credentials", "acme", "", "préfixe 😀");

    @Test
    void readsWhatItWrote() {
        Cursor cursor = Cursor.after(SCOPE, "id-7");

        Cursor read = Cursor.of(cursor.value());

        assertThat(read).isEqualTo(cursor).hasSameHashCodeAs(cursor);
        assertThat(read.positionIn(SCOPE)).contains("id-7");
        assertThat(read).hasToString(cursor.value());
        assertThat(cursor.value()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void hasNoPositionInAnotherList() {
        Cursor cursor = Cursor.after(SCOPE, "id-7");

        assertThat(cursor.positionIn(List.of("history", "acme", "", "préfixe 😀")))
                .isEmpty();
        assertThat(cursor.positionIn(List.of("credentials", "globex", "", "préfixe 😀")))
                .isEmpty();
        assertThat(cursor.positionIn(List.of("credentials", "acme", ""))).isEmpty();
    }

    @Test
    void isAValue() {
        Cursor cursor = Cursor.after(SCOPE, "id-7");

        assertThat(cursor).isNotEqualTo(Cursor.after(SCOPE, "id-8")).isNotEqualTo(cursor.value());
        assertThat(cursor).isNotEqualTo(Cursor.after(List.of("credentials"), "id-7"));
        assertThat(cursor.hashCode()).isNotEqualTo(Cursor.after(SCOPE, "id-8").hashCode());
        assertThat(cursor.hashCode())
                .isNotEqualTo(Cursor.after(List.of("credentials"), "id-7").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1\n", "1\nposition", "2\nposition\nscope", "\n\n", "11\np\ns", "0\np\ns"})
    void refusesWhatItsOwnEncodingDoesNotHold(String decoded) {
        assertMalformed(encode(decoded.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "!!!", "MQpwCnM=", "MQpwCnM\n", "MQpwCn N", "MQpwCn+/", "é"})
    void refusesWhatIsNotItsBase64(String text) {
        assertMalformed(text);
    }

    @Test
    void refusesBase64WithStrayFinalBits() {
        assertThat(Cursor.of("MQpwCnM").positionIn(List.of("s"))).contains("p");
        assertMalformed("MQpwCnN"); // decodes to the same bytes
    }

    @Test
    void refusesInvalidUtf8() {
        assertMalformed(encode(new byte[] {'1', '\n', (byte) 0xFF, '\n', 's'}));
    }

    @Test
    void readsUpTo2048Characters() {
        String longest = "x".repeat(1_536 - "1\np\n".length());

        assertThat(Cursor.after(List.of(longest), "p").value()).hasSize(2_048);
        assertThat(Cursor.of(Cursor.after(List.of(longest), "p").value()).positionIn(List.of(longest)))
                .contains("p");
        assertMalformed(Cursor.after(List.of(longest + "x"), "p").value());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertMalformed(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Cursor.of(text))
                .withMessage("must be a next_cursor of this list");
    }
}
