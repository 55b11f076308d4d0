package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed, and whole. */
class CrashTest {
    private static final int ROUNDS = 3;
    private static final int ENOUGH = 1_000;

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedCommitWhenTheProcessIsKilled() throws IOException, InterruptedException {
        String url = "rocksdb:" + folder.resolve("storage");
        List<CredentialId> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(writeUntilKilled(url, "round-" + round + "-"));
        }

        try (Storage storage = WriterProcess.open(url)) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ENOUGH);
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(storage.repository().find(WriterProcess.ORG, id))
                            .isPresent());
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(storage.repository()
                                    .history(new HistoryQuery(WriterProcess.ORG, Optional.of(id), Optional.empty(), 2)))
                            .hasSize(1));
        }
    }

    private List<CredentialId> writeUntilKilled(String url, String prefix) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        url,
                        prefix)
                .redirectError(Redirect.appendTo(folder.resolve("errors.txt").toFile()))
                .start();
        List<CredentialId> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(";")) {
                    acknowledged.add(new CredentialId(line.substring(0, line.length() - 1)));
                }
                if (acknowledged.size() == ENOUGH) {
                    writer.toHandle()
                            .destroyForcibly(); // unlike the process's own method, lets what was printed be read
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }
}
