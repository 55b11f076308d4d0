package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.process.SecretWorkload;
import dev.keystead.jose.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rotation as {@code docs/run.md} tells it, while clients write and read; the server's clock runs fast, to read its keys again soon. */
@Timeout(120)
class RotationUnderLoadTest {
    private static final String URL = "jdbc:h2:mem:rotation-under-load";

    @TempDir
    private Path folder;

    @Test
    void failsNoRequestAndLeavesNothingUnderTheOldKey() {
        Trial server = new Trial(folder).at(new FastClock());

        int code = server.whileItRuns(running -> {
                    try {
                        rotate(
                                running.address(),
                                server.output().stream()
                                        .filter(line -> line.startsWith("eyJ"))
                                        .findFirst()
                                        .orElseThrow());
                    } catch (IOException | InterruptedException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .run("dev", "--http-port", "0", "--storage-url", URL);

        assertThat(code).isZero();
    }

    private void rotate(String address, String token) throws IOException, InterruptedException {
        Path file = folder.resolve("keystead-dev/keyset.json");
        String old = KeySet.read(file).keyIds().get(0);
        Trial commands = new Trial(folder)
                .variable("KEYSTEAD_SECRETS_KEYSET", file.toString())
                .variable("KEYSTEAD_STORAGE_URL", URL);
        SealedStorage storage = new SealedStorage(URL);
        try (SecretWorkload workload = new SecretWorkload(Map.of())) {
            workload.start(token, address);
            assertThat(commands.run("keys", "rotate")).isZero();
            String young = KeySet.read(file).keyIds().get(1);
            TimeUnit.SECONDS.sleep(1); // ten by the server's clock
            assertThat(storage.countByKeyId()).containsOnlyKeys(old);
            assertThat(commands.run("keys", "activate", young)).isZero();
            while (!storage.countByKeyId().keySet().equals(Set.of(young))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            // as if somebody had waited
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            assertThat(commands.run("keys", "retire", old)).isZero();
            TimeUnit.SECONDS.sleep(1);
            workload.stop("rotation in one process");

            assertThat(storage.countByKeyId()).containsOnlyKeys(young);
            assertThat(KeySet.read(file).keyIds()).containsExactly(young);
            assertThat(workload.readAll(token, address)).isPositive();
        }
    }

    /** Ten times as fast as others. */
    private static final class FastClock extends Clock {
        private final Instant start = Instant.now();

        @Override
        public Instant instant() {
            return start.plus(Duration.between(start, Instant.now()).multipliedBy(10));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks this clock for a date");
        }
    }
}
