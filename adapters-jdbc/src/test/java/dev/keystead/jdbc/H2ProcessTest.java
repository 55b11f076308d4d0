package dev.keystead.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file and real processes. */
@Timeout(60)
class H2ProcessTest {
    private static final int ENOUGH = 300;

    @TempDir
    Path directory;

    private String url;
    private Process writer;
    private BufferedReader acknowledgements;

    @BeforeEach
    void startWriter() throws IOException {
        url = Fixture.fileUrl(directory);
        writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        url)
                .redirectError(Redirect.DISCARD)
                .start();
        acknowledgements = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8));
    }

    @AfterEach
    void killWriter() throws IOException, InterruptedException {
        writer.destroyForcibly().waitFor();
        acknowledgements.close();
    }

    @Test
    void losesNoAcknowledgedCommitWhenItIsKilled() throws IOException, InterruptedException {
        List<String> acknowledged = readAcknowledgements(ENOUGH);
        writer.toHandle().destroyForcibly(); // which leaves what it printed to be read
        writer.waitFor();
        acknowledged.addAll(readAcknowledgements(Integer.MAX_VALUE));

        try (Storage storage = Fixture.open(url)) {
            List<String> lost = acknowledged.stream()
                    .filter(id -> storage.repository()
                            .find(Fixture.ORG, new CredentialId(id))
                            .isEmpty())
                    .toList();
            System.out.printf(
                    "acknowledged %d, found %d, lost %d%n",
                    acknowledged.size(), acknowledged.size() - lost.size(), lost.size());

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(lost).isEmpty();
            assertThat(storage.maintenance().scan(Optional.empty(), Integer.MAX_VALUE))
                    .allSatisfy(credential -> assertThat(historyOf(storage, credential.id()))
                            .extracting(HistoryEntry::event)
                            .containsExactly(HistoryEvent.CREATED));
        }
    }

    @Test
    void saysThatAnotherProcessHasTheFile() throws IOException {
        readAcknowledgements(1);

        assertThatThrownBy(() -> Fixture.open(url))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("the H2 file is in use by another process");
    }

    /** Reads so many ids, or until the process ends. */
    private List<String> readAcknowledgements(int count) throws IOException {
        List<String> ids = new ArrayList<>();
        String line = "";
        while (ids.size() < count && line != null) {
            line = acknowledgements.readLine();
            if (line != null && line.endsWith(";")) {
                ids.add(line.substring(0, line.length() - 1));
            }
        }
        return ids;
    }

    private static List<HistoryEntry> historyOf(Storage storage, CredentialId id) {
        return storage.repository().history(new HistoryQuery(Fixture.ORG, Optional.of(id), Optional.empty(), 10));
    }
}
