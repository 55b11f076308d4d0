package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jdbc.testing.FaultyProxy;
import dev.keystead.jdbc.testing.KillablePostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers on a PostgreSQL, clients that write, and something that goes wrong. */
@Tag("thorough")
class PostgresFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SOME = 200;
    private static final int A_FEW = 30;

    @TempDir
    private Path folder;

    private KillablePostgres postgres;
    private FaultyProxy network;
    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        postgres = KillablePostgres.in(folder.resolve("postgres"));
        network = FaultyProxy.to(postgres.port());
        server = startServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        network.close();
        postgres.close();
    }

    @Test
    void losesNothingWhenTheServerIsKilled() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            long killed = System.nanoTime();
            server.kill();
            server = startServer();
            workload.moveTo(server);
            workload.awaitMore(1);
            Duration back = Duration.ofNanos(System.nanoTime() - killed);

            settle(workload, "kill -9 of the server, PostgreSQL", back);
        }
    }

    @Test
    void losesNothingWhenTheServerIsToldToEndUnderLoad() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            long told = System.nanoTime();
            assertThat(server.terminate()).isIn(0, 143);
            server = startServer();
            workload.moveTo(server);
            workload.awaitMore(1);
            Duration back = Duration.ofNanos(System.nanoTime() - told);

            settle(workload, "SIGTERM under load, PostgreSQL", back);
        }
    }

    @Test
    void losesNothingWhenOneOfTwoServersIsKilled() throws IOException, InterruptedException {
        try (ServerProcess other = startServer();
                Workload workload = Workload.on(server, other)) {
            workload.awaitMore(SOME);
            other.kill();
            Duration back = workload.awaitMore(1);
            workload.awaitMore(SOME);

            settle(workload, "kill -9 of one of two servers", back);
            assertThat(back).isLessThan(SOON);
        }
    }

    @Test
    void isUnavailableWithoutItsDatabaseAndBackSoonAfter() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            postgres.kill();
            workload.awaitUnavailable(A_FEW);
            postgres.restart();
            Duration back = workload.awaitMore(1);

            settleAfterAnOutage(workload, "kill -9 of PostgreSQL", back);
        }
    }

    @Test
    void isBackSoonAfterItsConnectionsWereCut() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            network.cut();
            Duration back = workload.awaitMore(1);

            settleAfterAnOutage(workload, "connections cut", back);
        }
    }

    @Test
    void isUnavailableWhileTheNetworkStallsAndBackSoonAfter() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            network.stall();
            workload.awaitUnavailable(A_FEW);
            network.heal();
            Duration back = workload.awaitMore(1);

            settleAfterAnOutage(workload, "network stalled", back);
        }
    }

    @Test
    void isUnavailableWhileConnectionsAreRefusedAndBackSoonAfter() throws IOException, InterruptedException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            network.refuse();
            network.cut();
            workload.awaitUnavailable(A_FEW);
            network.heal();
            Duration back = workload.awaitMore(1);

            settleAfterAnOutage(workload, "connections refused", back);
        }
    }

    @Test
    void isUnavailableWhileAllConnectionsAreTakenAndBackSoonAfter()
            throws IOException, InterruptedException, SQLException {
        try (Workload workload = Workload.on(server)) {
            workload.awaitMore(SOME);
            try (Connection holder = DriverManager.getConnection(postgres.url());
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("LOCK TABLE credential IN ACCESS EXCLUSIVE MODE");
                workload.awaitUnavailable(A_FEW);
                holder.rollback();
            }
            Duration back = workload.awaitMore(1);

            settleAfterAnOutage(workload, "pool exhausted", back);
        }
    }

    private void settle(Workload workload, String fault, Duration back) throws IOException, InterruptedException {
        workload.stop();
        Balance.of(workload.acknowledged(), server).print(fault, back).isKept();
    }

    private void settleAfterAnOutage(Workload workload, String fault, Duration back)
            throws IOException, InterruptedException {
        workload.awaitMore(SOME);
        settle(workload, fault, back);
        System.out.printf(
                "%s: the slowest 503 came after %.1f s%n",
                fault, workload.slowestUnavailable().toMillis() / 1000.0);
        assertThat(workload.slowestUnavailable()).isLessThan(SOON);
        assertThat(back).isLessThan(SOON);
    }

    private ServerProcess startServer() throws IOException {
        return ServerProcess.dev(folder, "--storage-url", throughTheNetwork(), "--storage-pool-size", "4");
    }

    private String throughTheNetwork() {
        return postgres.url().replaceFirst(":" + postgres.port() + "/", ":" + network.port() + "/");
    }
}
