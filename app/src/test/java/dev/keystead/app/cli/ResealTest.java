package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Secret;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.KeySetFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResealTest {
    private static final String SECRET = "Not-a-real-secret_1";

    @TempDir
    private Path folder;

    private Path file;
    private String url;
    private SealedStorage storage;
    private KeySet before;
    private KeySet after;

    @BeforeEach
    void rotate() {
        file = folder.resolve("keys.json");
        url = "jdbc:h2:file:" + folder.resolve("kept");
        storage = new SealedStorage(url);
        before = KeySet.generate();
        before.writeTo(file);
        after = KeySetFile.change(file, KeySet::rotatedNow);
    }

    @Test
    void putsEverythingUnderTheFirstKey() {
        CredentialId id = storage.store(before, SECRET);
        storage.store(after, SECRET);
        Trial trial = new Trial(folder);

        assertThat(trial.run("reseal", "--storage-url", url, "--secrets-keyset", file.toString()))
                .isZero();

        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors()).containsExactly("resealed: 1, skipped: 1, not opened: 0");
        assertThat(storage.countByKeyId()).isEqualTo(Map.of(firstKeyOf(after), 2L));
        assertThat(storage.open(id, after.without(firstKeyOf(before)))).isEqualTo(Secret.of(SECRET));
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        storage.store(before, SECRET);
        Trial trial = new Trial(folder);
        trial.run("reseal", "--storage-url", url, "--secrets-keyset", file.toString());

        assertThat(trial.run("reseal", "--storage-url", url, "--secrets-keyset", file.toString()))
                .isZero();

        assertThat(trial.errors()).containsExactly("resealed: 0, skipped: 1, not opened: 0");
    }

    @Test
    void failsAndNamesWhatDoesNotOpenAndSealsTheRestAnew() {
        KeySet lost = KeySet.generate();
        CredentialId id = storage.store(lost, SECRET);
        storage.store(before, SECRET);
        Trial trial = new Trial(folder);

        assertThat(trial.run("reseal", "--storage-url", url, "--secrets-keyset", file.toString()))
                .isEqualTo(1);

        assertThat(trial.errors())
                .containsExactly(
                        "specific.key of credential " + id + " in acme does not open with the key " + firstKeyOf(lost),
                        "resealed: 1, skipped: 0, not opened: 1");
        assertThat(storage.countByKeyId()).isEqualTo(Map.of(firstKeyOf(lost), 1L, firstKeyOf(after), 1L));
    }

    @Test
    void makesTheStorageReadyUnlessItIsToldNotTo() {
        Trial trial = new Trial(folder);

        assertThat(trial.run(
                        "reseal",
                        "--storage-url",
                        url,
                        "--secrets-keyset",
                        file.toString(),
                        "--storage-migrate",
                        "false"))
                .isEqualTo(1);
        assertThat(trial.errors())
                .containsExactly(
                        "keystead: storage " + url + ": the schema of the database is missing or out of date: it"
                                + " has to be migrated; begin again at any time (a server that holds the storage seals anew by"
                                + " itself)");
        assertThat(trial.run("reseal", "--storage-url", url, "--secrets-keyset", file.toString()))
                .isZero();
    }

    private static String firstKeyOf(KeySet keys) {
        return keys.keyIds().get(0);
    }
}
