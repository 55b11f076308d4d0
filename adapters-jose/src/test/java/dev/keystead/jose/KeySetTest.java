package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    private static final String K = "A".repeat(43);
    private static final String KEY = "{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"" + K + "\"}";

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrites() {
        KeySet keySet = KeySet.generate();
        Path file = folder.resolve("keys.json");
        keySet.writeTo(file);

        KeySet read = KeySet.read(file);

        assertThat(read.keyIds()).isEqualTo(keySet.keyIds()).hasSize(1);
        assertThat(read.first().forEncryption()).isEqualTo(keySet.first().forEncryption());
    }

    @Test
    void generatesAKeyOf256BitsUnderARandomId() throws MalformedException {
        KeySet one = KeySet.generate();
        KeySet two = KeySet.generate();

        assertThat(one.first().forEncryption().getEncoded()).hasSize(32);
        assertThat(one.first().forEncryption()).isNotEqualTo(two.first().forEncryption());
        assertThat(one.keyIds().get(0))
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isNotEqualTo(two.keyIds().get(0));
    }

    @Test
    void keepsTheOrderOfTheKeys() {
        KeySet keySet = parse(TestKeys.set(KEY.replace("k1", "z"), KEY.replace("k1", "a"), KEY));

        assertThat(keySet.keyIds()).containsExactly("z", "a", "k1");
        assertThat(keySet.first().id()).isEqualTo("z");
        assertThat(keySet.find("k1")).get().hasToString("k1");
        assertThat(keySet.find("k2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"alg\":\"dir\"",
                "\"alg\":\"A256GCM\"",
                "\"use\":\"enc\"",
                "\"key_ops\":[\"decrypt\",\"encrypt\"]",
                "\"note\":{\"made\":\"by hand\"}"
            })
    void acceptsKeysMeantForSealing(String member) {
        assertThat(parse(TestKeys.set(with(member))).keyIds()).containsExactly("k1");
    }

    @ParameterizedTest
    @MethodSource
    void refusesOtherKeys(String jwk, String message) {
        assertThatThrownBy(() -> parse(TestKeys.set(KEY.replace("k1", "good"), jwk)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("key 2 " + message);
    }

    static Stream<Arguments> refusesOtherKeys() {
        String purpose = "is refused: it must be meant for encryption with A256GCM";
        String id = "is refused: its kid must have 1 to 255 characters, none of control";
        return Stream.of(
                Arguments.of("7", "must be a JSON object"),
                Arguments.of("null", "must be a JSON object"),
                Arguments.of("{}", "is refused: its member kid must be a string"),
                Arguments.of(KEY.replace("\"k1\"", "1"), "is refused: its member kid must be a string"),
                Arguments.of(KEY.replace("k1", ""), id),
                Arguments.of(KEY.replace("k1", "  "), id),
                Arguments.of(KEY.replace("k1", "a\\n"), id),
                Arguments.of(KEY.replace("k1", "k".repeat(256)), id),
                Arguments.of(KEY.replace("oct", "RSA"), "is refused: its kty must be oct"),
                Arguments.of(KEY.replace("\"kty\":\"oct\",", ""), "is refused: its member kty must be a string"),
                Arguments.of(KEY.replace("\"k\"", "\"x\""), "is refused: its member k must be a string"),
                Arguments.of(KEY.replace(K, "A".repeat(42)), "is refused: it must have 256 bits"),
                Arguments.of(KEY.replace(K, "A".repeat(22)), "is refused: it must have 256 bits"),
                Arguments.of(KEY.replace(K, "A".repeat(86)), "is refused: it must have 256 bits"),
                Arguments.of(KEY.replace(K, K + "="), "is refused: it must be base64url without padding"),
                Arguments.of(KEY.replace(K, "A".repeat(42) + "B"), "is refused: it must be base64url without padding"),
                Arguments.of(KEY.replace("k1", "good"), "has the kid of another: good"),
                Arguments.of(with("\"use\":\"sig\""), purpose),
                Arguments.of(with("\"alg\":\"HS256\""), purpose),
                Arguments.of(with("\"alg\":\"A256KW\""), purpose),
                Arguments.of(with("\"key_ops\":[\"encrypt\"]"), purpose),
                Arguments.of(with("\"key_ops\":\"encrypt\""), purpose));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"keys\":{}}", "{\"keys\":[]}", "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"b\"}"})
    void refusesWhatIsNoKeySetInOneLineThatNamesTheFile(String text) throws IOException {
        Path file = write(text, "rw-------");

        assertThatThrownBy(() -> KeySet.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(file + " is not a key set: it")
                .hasMessageNotContaining("\n");
    }

    @Test
    void acceptsAKidOf255Characters() {
        assertThat(parse(TestKeys.set(KEY.replace("k1", "k".repeat(255)))).keyIds())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-----w-", "rw------x", "rw-r--r--"})
    void refusesAFileThatIsOpenToOthers(String permissions) throws IOException {
        Path file = write(TestKeys.set(KEY), permissions);

        assertThatThrownBy(() -> KeySet.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " is open to others: take their permissions away, as with chmod o= on the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "r--r-----", "rw-rw----"})
    void acceptsAFileOfItsOwnerAndGroup(String permissions) throws IOException {
        assertThat(KeySet.read(write(TestKeys.set(KEY), permissions)).keyIds()).containsExactly("k1");
    }

    @Test
    void looksAtTheFileBehindALink() throws IOException {
        Path file = write(TestKeys.set(KEY), "rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        assertThatThrownBy(() -> KeySet.read(link)).hasMessageStartingWith(link + " is open to others");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Path absent = folder.resolve("absent.json");

        assertThatThrownBy(() -> KeySet.read(absent))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(absent + " cannot be read");
    }

    @Test
    void printsIdsAndNoKeyMaterial() {
        String material = "q".repeat(42) + "Q";
        KeySet keySet = parse(TestKeys.set(KEY.replace(K, material)));

        assertThat(keySet).hasToString("KeySet[k1]");
        assertThat(keySet.first()).hasToString("k1");
        assertThatThrownBy(() -> parse(TestKeys.set(KEY.replace(K, material + "qqqq"))))
                .hasMessageNotContaining("qqqq");
    }

    @Test
    void rotatesInAKeyThatOpensAndDoesNotSealYet() {
        KeySet before = parse(TestKeys.set(KEY.replace("k1", "z"), KEY));

        KeySet after = before.rotated();

        assertThat(after.keyIds()).hasSize(3).startsWith("z", "k1");
        assertThat(after.find(after.keyIds().get(2)).orElseThrow().forEncryption())
                .isNotEqualTo(before.first().forEncryption());
        assertThat(before.keyIds()).hasSize(2);
    }

    @Test
    void rotatesInAKeyThatSealsAtOnce() {
        KeySet after = parse(TestKeys.set(KEY)).rotatedNow();

        assertThat(after.keyIds()).hasSize(2).endsWith("k1");
        assertThat(after.first().id()).isNotEqualTo("k1");
    }

    @Test
    void activatesAKeyAndKeepsTheOthersInOrder() {
        KeySet keySet = parse(TestKeys.set(KEY.replace("k1", "a"), KEY.replace("k1", "b"), KEY.replace("k1", "c")));

        assertThat(keySet.activated("c").keyIds()).containsExactly("c", "a", "b");
        assertThat(keySet.activated("a").keyIds()).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnWithoutAKey() {
        KeySet keySet = parse(TestKeys.set(KEY.replace("k1", "a"), KEY.replace("k1", "b"), KEY.replace("k1", "c")));

        assertThat(keySet.without("b").keyIds()).containsExactly("a", "c");
    }

    @Test
    void doesNotGoOnWithoutTheKeyThatSeals() {
        for (KeySet keySet : List.of(parse(TestKeys.set(KEY)), parse(TestKeys.set(KEY, KEY.replace("k1", "k2"))))) {
            assertThatThrownBy(() -> keySet.without("k1"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("the key k1 is the one that seals: activate another one first");
        }
    }

    @Test
    void namesTheKeysThatThereAreForOneThatThereIsNot() {
        KeySet keySet = parse(TestKeys.set(KEY, KEY.replace("k1", "k2")));
        String message = "there is no key k3 in the key set, which has k1, k2";

        assertThatThrownBy(() -> keySet.without("k3"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> keySet.activated("k3"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    private Path write(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String with(String member) {
        return KEY.replaceFirst("\\{", "{" + member + ",");
    }

    private static KeySet parse(String json) {
        return KeySet.parse(json.getBytes(UTF_8));
    }
}
