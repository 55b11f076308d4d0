package dev.keystead.app.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A success answer survives {@code kill -9} of the server at any moment. */
class CrashTest {
    private static final int ROUNDS = 2;
    private static final int ENOUGH = 200;

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedCreateWhenItIsKilled() throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.dev(folder);
        try (Workload workload = Workload.on(server)) {
            Duration slowest = Duration.ZERO;
            for (int round = 0; round < ROUNDS; round++) {
                workload.awaitMore(ENOUGH);
                long killed = System.nanoTime();
                server.kill();
                server = ServerProcess.dev(folder);
                workload.moveTo(server);
                workload.awaitMore(1);
                Duration back = Duration.ofNanos(System.nanoTime() - killed);
                slowest = back.compareTo(slowest) > 0 ? back : slowest;
            }
            workload.stop();

            Balance.of(workload.acknowledged(), server)
                    .print("kill -9 of the server, H2", slowest)
                    .isKept();
        } finally {
            server.close();
        }
    }
}
