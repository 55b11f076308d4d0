package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A success answer survives {@code kill -9} of the server at any moment. */
class CrashTest {
    private static final int ROUNDS = 2;
    private static final int WRITERS = 8;
    private static final int ENOUGH = 200;

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedCreateWhenItIsKilled() throws IOException, InterruptedException {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(createUntilKilled());
        }

        Set<String> listed;
        Set<String> inHistory;
        try (ServerProcess server = ServerProcess.dev(folder)) {
            listed = new Api(server).list();
            inHistory = new Api(server).idsInHistory();
        }

        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(listed);
        System.out.printf(
                "acknowledged %d, found %d, lost %d%n",
                acknowledged.size(), acknowledged.size() - lost.size(), lost.size());
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ENOUGH);
        assertThat(lost).isEmpty();
        assertThat(inHistory).isEqualTo(listed);
    }

    /** Kills the server while clients write; the ids of the creates that were answered before. */
    private Queue<String> createUntilKilled() throws IOException, InterruptedException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (ServerProcess server = ServerProcess.dev(folder)) {
            Api api = new Api(server);
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> {
                    try {
                        while (true) {
                            acknowledged.add(api.create("written"));
                            enough.countDown();
                        }
                    } catch (IOException | InterruptedException killed) {
                        // the end of this writer, as it should be
                    }
                });
            }
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            server.kill();
        } finally {
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }
}
