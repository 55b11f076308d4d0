package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that work on the key set alone. */
class KeyRotationTest {
    @TempDir
    private Path folder;

    private Path file;
    private Trial trial;
    private String first;

    @BeforeEach
    void generate() {
        file = folder.resolve("keys.json");
        KeySet keys = KeySet.generate();
        keys.writeTo(file);
        first = keys.keyIds().get(0);
        trial = new Trial(folder).variable("KEYSTEAD_SECRETS_KEYSET", file.toString());
    }

    @Test
    void rotatesInAKeyThatDoesNotSealYet() {
        assertThat(trial.run("keys", "rotate")).isZero();

        assertThat(keyIds()).hasSize(2).startsWith(first);
        assertThat(trial.output())
                .containsExactly("added the key " + keyIds().get(1) + ": activate it when every server has it");
    }

    @Test
    void rotatesInAKeyThatSealsAtOnce() {
        assertThat(trial.run("keys", "rotate", "--now")).isZero();

        assertThat(keyIds()).hasSize(2).endsWith(first);
        assertThat(trial.output()).containsExactly("added the key " + keyIds().get(0) + ", which seals from now on");
    }

    @Test
    void activatesAKey() {
        trial.run("keys", "rotate");
        String second = keyIds().get(1);

        assertThat(trial.run("keys", "activate", second)).isZero();

        assertThat(keyIds()).containsExactly(second, first);
        assertThat(trial.output()).containsExactly("the key " + second + " seals from now on");
    }

    @Test
    void activatesNoKeyThatThereIsNot() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertThat(trial.run("keys", "activate", "other")).isEqualTo(1);

        assertThat(trial.errors())
                .containsExactly("keystead: there is no key other in the key set, which has " + first);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void listsTheKeysWithoutAnyStorage() {
        trial.run("keys", "rotate");
        trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:/proc/nowhere");

        assertThat(trial.run("keys", "list")).isZero();

        assertThat(trial.output()).containsExactly("1  seals  " + first, "2  opens  " + keyIds().get(1));
    }

    @Test
    void neverPrintsWhatTheKeysAreMadeOf() throws IOException {
        for (String[] command : List.of(
                new String[] {"keys", "rotate"},
                new String[] {"keys", "activate", first},
                new String[] {"keys", "list"},
                new String[] {"keys", "retire", "other"})) {
            trial.run(command);
            String printed = trial.output() + " " + trial.errors();

            assertThat(Files.readString(file).split("\""))
                    .filteredOn(part -> part.matches("[\\w-]{43}"))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(printed).doesNotContain(key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys rotate", "keys activate KID", "keys retire KID", "keys list", "reseal"})
    void needsAKeySet(String command) throws IOException {
        assertThat(new Trial(folder).run(command.split(" "))).isEqualTo(2);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(trial.run(command.split(" "))).isEqualTo(2);
        assertThat(trial.errors())
                .containsExactly("keystead: secrets-keyset: " + file
                        + " is open to others: take their permissions away, as with chmod o= on the file");
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(trial.run(command.split(" "))).isEqualTo(2);
        assertThat(trial.errors())
                .containsExactly(
                        "keystead: secrets-keyset: " + file + " is not a key set: its member keys must be an array");
        Files.delete(file);
        assertThat(trial.run(command.split(" "))).isEqualTo(2);
        assertThat(trial.errors()).containsExactly("keystead: KEYSTEAD_SECRETS_KEYSET: cannot read the file " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activate", "retire"})
    void needsAKeyToWorkOnAndOneAlone(String command) {
        Trial unset = new Trial(folder);

        assertThat(unset.run("keys", command)).isEqualTo(2);
        assertThat(unset.errors()).hasSize(2).anyMatch(line -> line.contains("KID"));
        assertThat(unset.errors()).anyMatch(line -> line.startsWith("keystead: secrets-keyset is required: "));
        assertThat(trial.run("keys", command, first, "another")).isEqualTo(2);
        assertThat(trial.errors()).hasSize(1);
    }

    @Test
    void saysWhenAnotherCommandChangesTheKeySet() throws IOException {
        Path draft = Files.writeString(folder.resolve(".keys.json.draft"), "");

        assertThat(trial.run("keys", "rotate")).isEqualTo(1);

        assertThat(trial.errors())
                .containsExactly(
                        "keystead: " + file + " is being changed by another command; if none is running, one was"
                                + " killed: remove " + draft);
        assertThat(keyIds()).containsExactly(first);
    }

    private List<String> keyIds() {
        return KeySet.read(file).keyIds();
    }
}
