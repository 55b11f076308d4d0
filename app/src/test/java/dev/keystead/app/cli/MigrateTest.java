package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateTest {
    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void chooseAStorage() {
        trial = new Trial(folder).variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("kept"));
    }

    @Test
    void printsEachStepAndTheSecondTimeThatThereIsNone() {
        assertThat(trial.run("migrate")).isZero();
        assertThat(trial.output())
                .containsExactly(
                        "schema version 1: credentials history receipts", "schema version 2: list from one index");

        assertThat(trial.run("migrate")).isZero();
        assertThat(trial.output()).containsExactly("nothing to do: the schema is up to date");
        assertThat(trial.errors()).isEmpty();
    }

    @Test
    void migratesWhateverServersAreToldToDo() {
        assertThat(trial.variable("KEYSTEAD_STORAGE_MIGRATE", "false").run("migrate"))
                .isZero();

        assertThat(trial.output()).hasSize(2).first().asString().startsWith("schema version 1");
    }

    @Test
    void runsInTheEnvironmentAndWithTheFileOfAServer() throws IOException {
        Path file = Files.writeString(folder.resolve("server.properties"), "secrets-keyset=no-such-file\n");

        int code = trial.variable("KEYSTEAD_AUTH_ISSUER", "https://id.example.com")
                .variable("KEYSTEAD_CONFIG", file.toString())
                .run("migrate");

        assertThat(code).isZero();
        assertThat(trial.errors()).isEmpty();
    }

    @Test
    void refusesAFlagThatItDoesNotNeed() {
        assertThat(trial.run("migrate", "--auth-issuer", "https://id.example.com"))
                .isEqualTo(2);

        assertThat(trial.errors()).containsExactly("keystead: --auth-issuer is not an option of keystead migrate");
    }

    @Test
    void saysEverythingThatIsWrongTogether() {
        int code = trial.variable("KEYSTEAD_STORAGE_SYNC", "never")
                .variable("KEYSTEAD_STORAGE_POOLSIZE", "1")
                .run("migrate", "--storage-migrate", "maybe");

        assertThat(code).isEqualTo(2);
        assertThat(trial.errors())
                .containsExactlyInAnyOrder(
                        "keystead: unknown variable KEYSTEAD_STORAGE_POOLSIZE: did you mean KEYSTEAD_STORAGE_POOL_SIZE?",
                        "keystead: --storage-migrate must be true or false",
                        "keystead: KEYSTEAD_STORAGE_SYNC must be commit or always");
    }

    @Test
    void saysInOneLineThatTheStorageIsOutOfReach() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));

        int code = trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + file.resolve("kept"))
                .run("migrate");

        assertThat(code).isEqualTo(1);
        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors())
                .containsExactly(
                        "keystead: storage jdbc:h2:file:" + file.resolve("kept") + ": the storage is out of reach");
    }

    @Test
    void saysThatTheFileIsDamaged() throws IOException {
        Files.writeString(folder.resolve("kept.mv.db"), "this is no database".repeat(1_000));

        assertThat(trial.run("migrate")).isEqualTo(1);

        assertThat(trial.errors())
                .containsExactly(
                        "keystead: storage jdbc:h2:file:" + folder.resolve("kept") + ": the H2 file is damaged");
    }
}
