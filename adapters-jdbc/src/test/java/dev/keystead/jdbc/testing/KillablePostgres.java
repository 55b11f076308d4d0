package dev.keystead.jdbc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A PostgreSQL of one test's own, as durable as it is by default, that can be killed and started again. */
public final class KillablePostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 50;

    private static final String PID_FILE = "postmaster.pid";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private List<String> command = List.of();

    private KillablePostgres(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts one that keeps its files in the folder, which it makes. */
    public static KillablePostgres in(Path folder) throws IOException {
        return new KillablePostgres(
                folder,
                OwnPostgres.start(() -> EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")));
    }

    /** The URL of its database, with user. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/postgres?user=postgres";
    }

    /** Where it listens, also after a restart. */
    public int port() {
        return postgres.getPort();
    }

    /** Ends it as {@code kill -9} of all its processes does. */
    public void kill() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster().orElseThrow();
        command = commandOf(postmaster.info());
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        await(() -> !postmaster.isAlive());
    }

    /** Starts it again, and returns when it has recovered. */
    public void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve(PID_FILE)); // which it may not believe that nobody holds any more
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("restarted.log").toFile())
                .start();
        await(this::answers);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(PID_FILE));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** PostgreSQL refuses to run as root, and is told that it does not, as at its first start. */
    private static List<String> commandOf(ProcessHandle.Info info) {
        Stream<String> asSomebody = LinuxUtils.isUnshareAvailable() ? Stream.of("unshare", "-U") : Stream.of();
        return Stream.of(
                        asSomebody,
                        info.command().stream(),
                        Stream.of(info.arguments().orElseThrow()))
                .flatMap(words -> words)
                .toList();
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the database does not do as it is told");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
