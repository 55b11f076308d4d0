package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on an H2 file, clients that write, and something that goes wrong. */
@Tag("thorough")
class H2FaultsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SOME = 200;
    private static final int FEW = 40;
    private static final long BLOCK = 4096;
    private static final int ROUNDS = 6;

    @TempDir
    private Path folder;

    @Test
    void isUnavailableWhileTheFileMayNotGrowAndBackSoonAfter() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder);
                Workload workload = Workload.on(server)) {
            List<Duration> backs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                workload.awaitMore(SOME);
                // From no write at all to some that still fit, in a file with space to use again.
                server.limitFiles(Math.max(BLOCK, Files.size(file()) * round / ROUNDS));
                workload.awaitUnavailable(FEW);
                server.limitFiles(Long.MAX_VALUE);
                backs.add(awaitBack(server, workload));
            }
            workload.stop();
            Duration back = Collections.max(backs);

            Balance.of(workload.acknowledged(), server)
                    .print("file-size limit of the H2 file", back)
                    .isKept();
            assertThat(workload.slowestUnavailable()).isLessThan(SOON);
            assertThat(back).isLessThan(SOON);
        }
    }

    private Path file() {
        return folder.resolve("keystead-dev/keystead.mv.db");
    }

    private Duration awaitBack(ServerProcess server, Workload workload) throws IOException, InterruptedException {
        try {
            return workload.awaitMore(1);
        } catch (AssertionError late) {
            throw new AssertionError(
                    "not back: " + ServerProcess.errors(folder) + "\n" + server.threadsInDatabase(), late);
        }
    }

    @Test
    void losesNothingWhenItIsToldToEndUnderLoad() throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.dev(folder);
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            long told = System.nanoTime();
            assertThat(server.terminate()).isIn(0, 143);
            server = ServerProcess.dev(folder);
            workload.moveTo(server);
            workload.awaitMore(1);
            Duration back = Duration.ofNanos(System.nanoTime() - told);
            workload.stop();

            Balance.of(workload.acknowledged(), server)
                    .print("SIGTERM under load, H2", back)
                    .isKept();
        } finally {
            server.close();
        }
    }
}
