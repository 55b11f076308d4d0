package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jose.KeySet;
import dev.keystead.jose.KeySetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look at what is sealed under the keys of a key set. */
class KeysInUseTest {
    private static final String SECRET = "Not-a-real-secret_1";

    @TempDir
    private Path folder;

    private Path file;
    private SealedStorage storage;
    private Trial trial;
    private KeySet both;
    private String first;
    private String second;

    @BeforeEach
    void storeSecretsUnderTwoKeys() throws IOException {
        file = folder.resolve("keys.json");
        KeySet one = KeySet.generate();
        one.writeTo(file);
        String url = "jdbc:h2:file:" + folder.resolve("kept");
        storage = new SealedStorage(url);
        storage.store(one, SECRET);
        storage.store(one, SECRET);
        both = KeySetFile.change(file, KeySet::rotatedNow);
        first = both.keyIds().get(0);
        second = both.keyIds().get(1);
        storage.store(both, SECRET);
        lastChanged(Duration.ofDays(2));
        trial = new Trial(folder)
                .variable("KEYSTEAD_SECRETS_KEYSET", file.toString())
                .variable("KEYSTEAD_STORAGE_URL", url);
    }

    @Test
    void countsWhatIsUnderEachKeyAndNamesTheKeysThatAreMissing() {
        KeySet lost = KeySet.generate();
        storage.store(lost, SECRET);
        KeySetFile.change(file, KeySet::rotated);

        assertThat(trial.run("keys", "list", "--count")).isZero();

        assertThat(trial.output())
                .containsExactly(
                        "1  seals  1  " + first,
                        "2  opens  2  " + second,
                        "3  opens  0  " + KeySet.read(file).keyIds().get(2),
                        "-  missing  1  " + lost.keyIds().get(0));
    }

    @Test
    void listsTheKeysThoughTheyCannotBeCounted() {
        trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:/proc/nowhere");

        assertThat(trial.run("keys", "list", "--count")).isEqualTo(1);

        assertThat(trial.output()).containsExactly("1  seals  " + first, "2  opens  " + second);
        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("keystead: storage jdbc:h2:file:/proc/nowhere: ");
    }

    @Test
    void retiresNoKeyThatIsInUse() {
        assertThat(trial.run("keys", "retire", second)).isEqualTo(1);

        assertThat(trial.errors())
                .containsExactly("keystead: the key " + second + " stays: 2 stored secrets are sealed under it; reseal,"
                        + " or a running server, seals them anew");
        assertThat(KeySet.read(file).keyIds()).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:", "jdbc:h2:mem:"})
    void countsNothingWhereNothingCanBe(String url) {
        assertThat(trial.run("keys", "retire", second, "--storage-url", url)).isEqualTo(1);

        assertThat(trial.errors()).singleElement().asString().startsWith("keystead: the key stays: " + url);
        assertThat(KeySet.read(file).keyIds()).contains(second);
    }

    @Test
    void retiresNeitherTheKeyThatSealsNorOneThatThereIsNot() {
        assertThat(trial.run("keys", "retire", first)).isEqualTo(1);
        assertThat(trial.errors())
                .containsExactly("keystead: the key " + first + " is the one that seals: activate another one first");

        assertThat(trial.run("keys", "retire", "other")).isEqualTo(1);
        assertThat(trial.errors())
                .containsExactly("keystead: there is no key other in the key set, which has " + first + ", " + second);

        assertThat(KeySet.read(file).keyIds()).containsExactly(first, second);
    }

    @Test
    void retiresAKeyThatIsNotInUseAnyMore() throws IOException {
        assertThat(trial.run("reseal")).isZero();

        assertThat(trial.run("keys", "retire", second)).isZero();

        assertThat(trial.output())
                .containsExactly("retired the key " + second + ": none of 3 stored secrets is under it");
        assertThat(trial.errors()).isEmpty();
        assertThat(KeySet.read(file).keyIds()).containsExactly(first);
    }

    @Test
    void tellsWhatComesOfRetiringAKeyWithinADay() throws IOException {
        trial.run("reseal");
        lastChanged(Duration.ofHours(23));

        assertThat(trial.run("keys", "retire", second)).isZero();

        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("the key set was changed less than 24 hours before: ");
    }

    @Test
    void waitsUntilServersMustHaveReadTheLastChange() throws IOException {
        trial.run("reseal");
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        trial.at(Clock.fixed(changed.plus(LastChange.UNTIL_ALL_KNOW).minusMillis(300), ZoneOffset.UTC));
        long start = System.nanoTime();

        assertThat(trial.run("keys", "retire", second)).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
        assertThat(trial.errors())
                .first()
                .isEqualTo("the key set has just been changed: waiting 1 s, until every server has read it");
    }

    @Test
    void retiresNothingWhereItCannotCount() {
        trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("another"));

        assertThat(trial.run("keys", "retire", second)).isEqualTo(1);

        assertThat(trial.errors()).singleElement().asString().contains("it has to be migrated; the key stays");
        assertThat(KeySet.read(file).keyIds()).containsExactly(first, second);
    }

    private void lastChanged(Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
}
