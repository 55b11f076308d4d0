package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jdbc.testing.KillablePostgres;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are rotated as {@code docs/run.md} tells it, while clients write and read, and commands that are killed. */
@Tag("thorough")
@Timeout(600)
class RotationTest {
    private static final String KEY_SET = "keystead-dev/keyset.json";
    private static final int STORED = 2_000;
    private static final int MANY = 15_000;
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(10);
    private static final Duration UNTIL_COUNTED_AGAIN = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private String old;
    private KeySet keys;

    @BeforeEach
    void generate() {
        keys = KeySet.generate();
        keys.writeTo(folder.resolve(KEY_SET));
        old = keys.keyIds().get(0);
    }

    @Test
    void failsNoRequestOfOneServerOnAnH2File() throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + folder.resolve("keystead-dev/keystead");
        Map<String, String> stored = Secrets.fill(url, Jose.sealer(keys), STORED);
        ServerProcess server = ServerProcess.dev(folder);
        try (SecretWorkload workload = new SecretWorkload(stored)) {
            workload.start(server.token(), server.address());
            String young = rotateAndActivate();
            long activated = System.nanoTime();
            await(() -> logged("sealed anew with the key " + young));
            print("one server, H2: sealed anew after", activated);
            TimeUnit.SECONDS.sleep(UNTIL_COUNTED_AGAIN.toSeconds());
            assertThat(command("keys", "retire", old, "--storage-url", url).errors())
                    .singleElement()
                    .asString()
                    .contains("the H2 file is in use by another process; the key stays");
            workload.stop("one server, H2");

            assertThat(server.terminate()).isIn(0, 143);
            assertThat(Secrets.countByKeyId(url)).containsOnlyKeys(young);
            assertThat(command("keys", "retire", old, "--storage-url", url).code())
                    .isZero();
            server = ServerProcess.dev(folder);
            assertThat(KeySet.read(folder.resolve(KEY_SET)).keyIds()).containsExactly(young);
            assertThat(workload.readAll(server.token(), server.address())).isGreaterThan(STORED);
        } finally {
            server.close();
        }
    }

    @Test
    void failsNoRequestOfTwoServersOnPostgres() throws IOException, InterruptedException {
        try (KillablePostgres postgres = KillablePostgres.in(folder.resolve("postgres"))) {
            String url = postgres.url();
            Map<String, String> stored = Secrets.fill(url, Jose.sealer(keys), STORED);
            List<ServerProcess> servers = startTwo(url);
            try (SecretWorkload workload = new SecretWorkload(stored)) {
                workload.start(servers.get(0).token(), addresses(servers));
                String young = rotateAndActivate();
                long activated = System.nanoTime();
                resealWhateverItTakes(url);
                await(() -> Secrets.countByKeyId(url).keySet().equals(Set.of(young)));
                print("two servers, PostgreSQL: all sealed anew after", activated);
                TimeUnit.SECONDS.sleep(UNTIL_COUNTED_AGAIN.toSeconds());
                assertThat(command("keys", "retire", old, "--storage-url", url).code())
                        .isZero();
                TimeUnit.SECONDS.sleep(UNTIL_ALL_KNOW.toSeconds());
                workload.stop("two servers, PostgreSQL");

                assertThat(Secrets.countByKeyId(url)).containsOnlyKeys(young);
                assertThat(workload.readAll(servers.get(0).token(), addresses(servers)))
                        .isGreaterThan(STORED);
                servers.forEach(ServerProcess::close);
                servers = startTwo(url);
                assertThat(workload.readAll(servers.get(0).token(), addresses(servers)))
                        .isGreaterThan(STORED);
            } finally {
                servers.forEach(ServerProcess::close);
            }
        }
    }

    @Test
    void losesNothingWhenResealIsKilled() throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + folder.resolve("keystead-dev/keystead");
        Map<String, String> stored = Secrets.fill(url, Jose.sealer(keys), MANY);
        assertThat(command("keys", "rotate", "--now").code()).isZero();
        String young = KeySet.read(folder.resolve(KEY_SET)).keyIds().get(0);
        Process killed = ServerProcess.start(folder, "reseal", "--secrets-keyset", KEY_SET, "--storage-url", url);
        await(() -> logged("so far: resealed: 10000") || !killed.isAlive());
        killed.destroyForcibly().waitFor();

        Map<String, Long> counts = Secrets.countByKeyId(url);
        System.out.printf("reseal, killed: %d of %d under the new key%n", counts.getOrDefault(young, 0L), MANY);
        assertThat(counts).containsOnlyKeys(old, young);
        assertThat(counts.get(old) + counts.get(young)).isEqualTo(MANY);
        CommandProcess again = command("reseal", "--storage-url", url);
        assertThat(again.code()).isZero();
        assertThat(again.errors())
                .last()
                .isEqualTo("resealed: " + counts.get(old) + ", skipped: " + counts.get(young) + ", not opened: 0");
        assertThat(Secrets.countByKeyId(url)).isEqualTo(Map.of(young, (long) MANY));
        assertThat(Secrets.open(
                        url, Jose.sealer(KeySet.read(folder.resolve(KEY_SET)).without(old))))
                .isEqualTo(stored);
    }

    /** Adds a key, waits until every server has it, and activates it. */
    private String rotateAndActivate() throws IOException, InterruptedException {
        assertThat(command("keys", "rotate").code()).isZero();
        String young = KeySet.read(folder.resolve(KEY_SET)).keyIds().get(1);
        TimeUnit.SECONDS.sleep(UNTIL_ALL_KNOW.toSeconds());
        assertThat(command("keys", "activate", young).code()).isZero();
        return young;
    }

    /** Begins again if the database, which is busy, gave it no connection in time. */
    private void resealWhateverItTakes(String url) throws IOException, InterruptedException {
        CommandProcess reseal;
        do {
            reseal = command("reseal", "--storage-url", url);
            System.out.println("two servers, PostgreSQL, reseal: " + String.join("; ", reseal.errors()));
        } while (reseal.errors().stream().anyMatch(line -> line.contains("the storage is out of reach")));
        assertThat(reseal.code()).isZero();
    }

    private CommandProcess command(String... arguments) throws IOException, InterruptedException {
        String[] complete = Arrays.copyOf(arguments, arguments.length + 2);
        complete[arguments.length] = "--secrets-keyset";
        complete[arguments.length + 1] = KEY_SET;
        return CommandProcess.run(folder, complete);
    }

    private List<ServerProcess> startTwo(String url) throws IOException {
        List<ServerProcess> servers = new ArrayList<>();
        servers.add(ServerProcess.dev(folder, "--storage-url", url));
        servers.add(ServerProcess.dev(folder, "--storage-url", url));
        return servers;
    }

    private static String[] addresses(List<ServerProcess> servers) {
        return servers.stream().map(ServerProcess::address).toArray(String[]::new);
    }

    private boolean logged(String part) {
        try {
            return ServerProcess.errors(folder).stream().anyMatch(line -> line.contains(part));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void print(String what, long since) {
        System.out.printf("%s %.1f s%n", what, (System.nanoTime() - since) / 1e9);
    }
}
