package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.KeySetFile;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

    @Test
    void sharesTheWorkWithAServerOfTheSameDatabase() {
        String shared = Postgres.newSchema();
        storage = new SealedStorage(shared);
        List<CredentialId> stored =
                Stream.generate(() -> storage.store(before, SECRET)).limit(10).toList();
        Trial trial = new Trial(folder);
        ResealSecrets.Tally ofTheServer;

        try (Storage opened = new JdbcStorageProvider().open(StorageConfig.of(shared))) {
            StorageMaintenance halfWay = atReplacement(
                    4,
                    opened.maintenance(),
                    () -> trial.run("reseal", "--storage-url", shared, "--secrets-keyset", file.toString()));
            ofTheServer = Keystead.resealing(halfWay, Jose.sealer(after)).reseal(new ResealSecrets.Observer() {});
        }

        assertThat(ofTheServer).isEqualTo(new ResealSecrets.Tally(3, 7, 0));
        assertThat(trial.errors()).containsExactly("resealed: 7, skipped: 3, not opened: 0");
        assertThat(storage.countByKeyId()).isEqualTo(Map.of(firstKeyOf(after), 10L));
        assertThat(stored).allSatisfy(id -> assertThat(storage.open(id, after)).isEqualTo(Secret.of(SECRET)));
    }

    /** The maintenance as it is, but for what is done before one of the replacements. */
    private static StorageMaintenance atReplacement(int number, StorageMaintenance maintenance, Runnable meanwhile) {
        AtomicInteger replacements = new AtomicInteger();
        return (StorageMaintenance) Proxy.newProxyInstance(
                ResealTest.class.getClassLoader(),
                new Class<?>[] {StorageMaintenance.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("replaceSealed") && replacements.incrementAndGet() == number) {
                        meanwhile.run();
                    }
                    return method.invoke(maintenance, arguments);
                });
    }

    private static String firstKeyOf(KeySet keys) {
        return keys.keyIds().get(0);
    }
}
