package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two ways to back up and restore that {@code docs/run.md} tells, done as it tells them. */
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

        assertThat(new Trial(folder).input(export).run("import", "--storage-url", restored))
                .isZero();

        assertThat(exportOf(restored)).isEqualTo(export);
        assertTheSecretIsThere(restored);
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
