package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jdbc.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to back up and restore without a database's own tools that {@code docs/run.md} tells, done as it tells them. */
class BackupTest {
    private static final String SECRET = "Exported~Secret-7c2e9b41d8";

    @TempDir
    private Path folder;

    private String token = "";
    private PlantingClient client = new PlantingClient("", "");

    @BeforeEach
    void storeASecretAndStop() {
        Trial first = new Trial(folder);
        first.run("dev", "--http-port", "0");
        first.run("token", "--sub", "me", "--org", "acme=admin,agent");
        token = first.output().get(0);
        first.whileItRuns(server -> {
            client = new PlantingClient(server.address(), token);
            client.plant("Another_secret_2", SECRET);
        });
        first.run("dev", "--http-port", "0");
    }

    @Test
    void restoresACopyOfTheFileOfAStoppedServer() throws IOException {
        Path backup = Files.copy(folder.resolve("keystead-dev/keystead.mv.db"), folder.resolve("backup.mv.db"));
        byte[] before = exportOf("jdbc:h2:file:" + folder.resolve("keystead-dev/keystead"));
        changeSomething();

        Files.copy(backup, folder.resolve("restored.mv.db"));
        String restored = "jdbc:h2:file:" + folder.resolve("restored");

        assertThat(exportOf("jdbc:h2:file:" + folder.resolve("keystead-dev/keystead")))
                .isNotEqualTo(before);
        assertThat(exportOf(restored)).isEqualTo(before);
        assertTheSecretIsThere(restored);
    }

    @Test
    void restoresAnExportIntoANewStorage() {
        byte[] export = exportOf("jdbc:h2:file:" + folder.resolve("keystead-dev/keystead"));
        String restored = "jdbc:h2:file:" + folder.resolve("restored");

        importInto(restored, export);

        assertThat(exportOf(restored)).isEqualTo(export);
        assertTheSecretIsThere(restored);
    }

    /** Each database is backed up and restored by this, whatever tools it comes with. */
    @Test
    void restoresAnExportOfPostgresIntoAnother() {
        String before = Postgres.newSchema();
        String restored = Postgres.newSchema();
        importInto(before, exportOf("jdbc:h2:file:" + folder.resolve("keystead-dev/keystead")));
        byte[] export = exportOf(before);

        importInto(restored, export);

        assertThat(exportOf(restored)).isEqualTo(export);
        assertTheSecretIsThere(restored);
    }

    private void importInto(String url, byte[] export) {
        assertThat(new Trial(folder).input(export).run("import", "--storage-url", url))
                .isZero();
    }

    private void changeSomething() {
        Trial later = new Trial(folder);
        later.whileItRuns(
                server -> assertThat(client.at(server.address()).resolve()).contains(SECRET));
        assertThat(later.run("dev", "--http-port", "0")).isZero();
    }

    private byte[] exportOf(String url) {
        Trial trial = new Trial(folder);
        assertThat(trial.run("export", "--storage-url", url)).isZero();
        return trial.rawOutput();
    }

    private void assertTheSecretIsThere(String url) {
        Trial again = new Trial(folder);
        again.whileItRuns(
                server -> assertThat(client.at(server.address()).resolve()).contains(SECRET));
        assertThat(again.run("dev", "--http-port", "0", "--storage-url", url)).isZero();
    }
}
