package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports and imports by the packaged jar. */
class TransferTest {
    private static final String STORAGE = "--storage-url=jdbc:h2:file:./kept";
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("export.jsonl");
    }

    @Test
    void failsWhereStandardOutputIsFull() throws IOException, InterruptedException {
        writeAnExportOf(2_000);
        assertThat(CommandProcess.run(folder, "import", STORAGE, "--in", "export.jsonl")
                        .code())
                .isZero();

        int code = CommandProcess.run(folder, new File("/dev/full"), List.of(), "export", STORAGE);

        assertThat(code).isEqualTo(1);
        assertThat(CommandProcess.lastError(folder)).isEqualTo("keystead: the export cannot be written");
    }

    @Test
    void leavesNothingOfAnImportThatIsKilled() throws IOException, InterruptedException {
        writeAnExportOf(20_000);
        List<String> lines = Files.readAllLines(file);
        Process killed = ServerProcess.start(folder, "import", STORAGE);
        try (BufferedWriter input = killed.outputWriter(UTF_8)) {
            input.write(String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
            input.flush(); // all but the trailer
            assertThat(readsUpTo(20_000, killed)).isTrue();
            killed.toHandle().destroyForcibly();
            killed.waitFor();
        }

        CommandProcess export = CommandProcess.run(folder, "export", STORAGE);

        assertThat(export.errors())
                .containsExactly("exported organisations: 0, credentials: 0, history entries: 0, external ids: 0");
    }

    @Test
    @Tag("thorough")
    void needsNoMoreMemoryForMoreData() throws IOException, InterruptedException {
        writeAnExportOf(300_000);
        assertThat(Files.size(file)).isGreaterThan(100_000_000);

        int imported = CommandProcess.run(
                folder, folder.resolve("out").toFile(), LITTLE_MEMORY, "import", STORAGE, "--in", "export.jsonl");
        assertThat(CommandProcess.lastError(folder)).startsWith("imported organisations: 1, credentials: 300000, ");
        int exported = CommandProcess.run(folder, folder.resolve("out").toFile(), LITTLE_MEMORY, "export", STORAGE);

        assertThat(imported).isZero();
        assertThat(exported).isZero();
        assertThat(folder.resolve("out")).hasSameBinaryContentAs(file);
    }

    /** Waits until the import says so; false if it ends before. */
    private boolean readsUpTo(int credentials, Process running) throws IOException, InterruptedException {
        String progress = "read so far: organisations: 1, credentials: " + credentials + ",";
        while (ServerProcess.errors(folder).stream().noneMatch(line -> line.startsWith(progress))) {
            if (running.waitFor(50, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void writeAnExportOf(int credentials) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"kind\":\"header\",\"format\":\"keystead-export\",\"version\":1}\n");
            for (int i = 0; i < credentials; i++) {
                out.write("{\"kind\":\"credential\",\"org_id\":\"acme\",\"id\":\"c-" + (1_000_000 + i)
                        + "\",\"type\":\"gcp\",\"name\":\"one of many\",\"comments\":\"" + "x".repeat(100)
                        + "\",\"specific\":{\"project\":\"keystead-test\"},\"resources\":0,\"version\":1,"
                        + "\"created_at\":\"2026-11-23T19:05:11.123Z\",\"created_by\":\"ada\","
                        + "\"updated_at\":\"2026-11-23T19:05:11.123Z\",\"updated_by\":\"ada\"}\n");
            }
            out.write("{\"kind\":\"trailer\",\"organizations\":1,\"credentials\":" + credentials
                    + ",\"history\":0,\"external_ids\":0}\n");
        }
    }
}
