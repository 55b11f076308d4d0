package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void readsEveryKindOfValue() throws MalformedException {
        JsonObject object = read(
                " \t\r\n{ \"s\" : \"x\" , \"n\":-12.5e1,\"t\":true,\"f\":false,\"z\":null,\"a\":[ 1 , [ ] , {} ],\"o\":{ \"p\":0 } } \n");

        assertThat(object.members().keySet()).containsExactly("s", "n", "t", "f", "z", "a", "o");
        assertThat(object.get("s")).isEqualTo("x");
        assertThat(object.get("n")).isEqualTo(-125.0);
        assertThat(object.get("t")).isEqualTo(true);
        assertThat(object.get("f")).isEqualTo(false);
        assertThat(object.has("z")).isTrue();
        assertThat(object.get("z")).isNull();
        assertThat(object.get("a")).isEqualTo(List.of(1.0, List.of(), read("{}")));
        assertThat(object.get("o")).isEqualTo(read("{\"p\":0}"));
    }

    @Test
    void readsEveryEscape() throws MalformedException {
        JsonObject object = read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\uD83D\\uDE00é€😀\"}");

        assertThat(object.get("a")).isEqualTo("\"\\/\b\f\n\r\té€😀é€😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.0", "0.5", "1e3", "1E+3", "1e-3", "-1.25e-2", "1e-400"})
    void readsNumbers(String number) throws MalformedException {
        assertThat(read("{\"a\":" + number + "}").get("a")).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "\"a\"",
                "1",
                "null",
                "{}{}",
                "{},",
                "{}x",
                "\uFEFF{}",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":[1 2]}",
                "{\"a\":[1}",
                "{\"a\":[1}]",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":nul}",
                "{\"a\":fals}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":undefined}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":1e+}",
                "{\"a\":-}",
                "{\"a\":0x1}",
                "{\"a\":1_0}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u١٢٣٤\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u001f\"}",
                "{\"a\":'x'}",
                "/**/{}",
                "{}//",
                "{\"a\":1}\u0000",
                "{\u00a0}",
                "{\u000b}"
            })
    void refusesWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage("it must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"b\":2,\"\\u0061\":3}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"x\":[{\"a\":1,\"a\":2}]}",
                "{\"a\":null,\"a\":null}"
            })
    void refusesTwoMembersOfOneName(String text) {
        assertThatThrownBy(() -> read(text)).hasMessage("it must not have two members of one name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udfff", "\\ud800x", "\\udc00\\ud800", "\\ud83d\\ud83d\\ude00"})
    void refusesUnpairedSurrogates(String escaped) {
        assertThatThrownBy(() -> read("{\"a\":\"" + escaped + "\"}"))
                .hasMessage("it must not have unpaired surrogates");
        assertThatThrownBy(() -> read("{\"" + escaped + "\":1}")).hasMessage("it must not have unpaired surrogates");
    }

    @Test
    void acceptsCharactersBesideTheSurrogates() throws MalformedException {
        assertThat(read("{\"a\":\"\\ud7ff\\ue000\"}").get("a")).isEqualTo("\ud7ff\ue000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e400", "1e99999999999999999999"})
    void refusesNumbersBeyondADouble(String number) {
        assertThatThrownBy(() -> read("{\"a\":" + number + "}"))
                .hasMessage("it must not have numbers beyond the range of a double");
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
        byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
        byte[] cutOff = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

        for (byte[] bytes : List.of(overlong, surrogate, cutOff)) {
            assertThatThrownBy(() -> StrictJson.object(bytes)).hasMessage("it must be valid UTF-8");
        }
        assertThatThrownBy(() -> StrictJson.object("{}".getBytes(UTF_16))).isInstanceOf(MalformedException.class);
    }

    @Test
    void nestsToTheLimitAndNotDeeper() throws MalformedException {
        assertThat(read(nested(StrictJson.MAX_DEPTH)).has("a")).isTrue();
        assertThatThrownBy(() -> read(nested(StrictJson.MAX_DEPTH + 1))).hasMessage("it must not nest deeper than 16");
        assertThatThrownBy(() -> read("{\"a\":" + "{\"a\":".repeat(16))).hasMessage("it must not nest deeper than 16");
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).hasMessage("it must not nest deeper than 16");
    }

    @Test
    void readsObjectsAsDeepAsArrays() throws MalformedException {
        String objects = "{\"a\":".repeat(StrictJson.MAX_DEPTH) + "1" + "}".repeat(StrictJson.MAX_DEPTH);

        assertThat(read(objects).has("a")).isTrue();
    }

    @Test
    void refusesEveryTruncation() {
        String whole = "{\"a\":[1,\"x\\u00e9\",{\"b\":null}],\"c\":true}";

        for (int length = 0; length < whole.length(); length++) {
            byte[] cut = Arrays.copyOf(whole.getBytes(UTF_8), length);
            assertThatThrownBy(() -> StrictJson.object(cut)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void tellsStringsFromOtherMembers() throws MalformedException {
        JsonObject object = read("{\"s\":\"x\",\"n\":1,\"z\":null}");

        assertThat(object.string("s")).isEqualTo("x");
        assertThat(object.optionalString("s")).isEqualTo("x");
        assertThat(object.optionalString("absent")).isNull();
        for (String name : List.of("n", "z", "absent")) {
            assertThatThrownBy(() -> object.string(name)).hasMessage("its member " + name + " must be a string");
        }
        assertThatThrownBy(() -> object.optionalString("z")).isInstanceOf(MalformedException.class);
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static JsonObject read(String text) throws MalformedException {
        return StrictJson.object(text.getBytes(UTF_8));
    }
}
