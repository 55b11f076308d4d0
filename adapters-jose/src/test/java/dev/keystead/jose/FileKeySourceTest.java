package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileKeySourceTest {
    private final ManualClock clock = new ManualClock();
    private final LogCapture log = new LogCapture(WatchedFile.class);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeKeys() throws IOException {
        file = folder.resolve("jwks.json");
        Files.writeString(file, TestKeys.jwks(TestKeys.RSA));
    }

    @AfterEach
    void stopCapture() {
        log.close();
    }

    @Test
    void readsAChangedFileAgainWithinTenSeconds() throws IOException {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        Files.writeString(file, TestKeys.jwks(TestKeys.P256));

        clock.advance(Duration.ofMillis(4_999));
        assertThat(source.current()).isSameAs(before);
        clock.advance(Duration.ofMillis(1));

        assertThat(source.current()).isNotSameAs(before);
        assertThat(log.lines()).containsExactly("INFO token keys read again from " + file);
    }

    @Test
    void goesOnWithTheKeysInUseWhileAPipeStandsInTheirPlace() throws Exception {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        clock.advance(WatchedFile.INTERVAL);

        assertThat(source.current()).isSameAs(before);
        assertThat(log.lines()).containsExactly("ERROR " + file + " is not a regular file; the token keys in use stay");
    }

    @Test
    void refusesAFileThatIsNoKeySetForItsSize() throws IOException {
        Files.write(file, new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> new FileKeySource(file, clock))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " is larger than 1 MiB");
    }

    @Test
    void looksAgainAfterEveryInterval() throws IOException {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys first = source.current();
        clock.advance(WatchedFile.INTERVAL);
        assertThat(source.current()).isSameAs(first);
        Files.writeString(file, TestKeys.jwks(TestKeys.P256));

        clock.advance(WatchedFile.INTERVAL.minusMillis(1));
        assertThat(source.current()).isSameAs(first);
        clock.advance(Duration.ofMillis(1));

        assertThat(source.current()).isNotSameAs(first);
    }

    @Test
    void seesAChangeThatLeavesSizeAndTimeAsTheyWere() throws IOException {
        String text = TestKeys.jwks(TestKeys.P256);
        Files.writeString(file, text);
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, text.replace("ec-256", "ec-257"));
        Files.setLastModifiedTime(file, time);

        clock.advance(WatchedFile.INTERVAL);

        assertThat(source.current()).isNotSameAs(before);
    }

    @Test
    void keepsTheKeysWhileTheFileIsBadAndSaysSoOnce() throws IOException {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"shared\",\"k\":\"SECRETSECRET\"}]}");

        for (int look = 0; look < 3; look++) {
            clock.advance(WatchedFile.INTERVAL);
            assertThat(source.current()).isSameAs(before);
        }

        assertThat(log.lines())
                .containsExactly("ERROR " + file + " is not a set of public token keys: key \"shared\" is refused:"
                        + " it is symmetric; the token keys in use stay");
    }

    @Test
    void keepsTheKeysWhileTheFileIsAwayAndTakesItsReturn() throws IOException {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        Files.delete(file);

        for (int look = 0; look < 3; look++) {
            clock.advance(WatchedFile.INTERVAL);
            assertThat(source.current()).isSameAs(before);
        }
        assertThat(log.lines()).containsExactly("ERROR " + file + " cannot be read; the token keys in use stay");
        Files.writeString(file, TestKeys.jwks(TestKeys.P256));
        clock.advance(WatchedFile.INTERVAL);

        assertThat(source.current()).isNotSameAs(before);
    }

    @Test
    void looksAtOnceWhenTheClockWasSetBack() throws IOException {
        FileKeySource source = new FileKeySource(file, clock);
        VerificationKeys before = source.current();
        Files.writeString(file, TestKeys.jwks(TestKeys.P256));

        clock.advance(Duration.ofHours(-1));

        assertThat(source.current()).isNotSameAs(before);
    }

    @Test
    void refusesABadFileAtTheStartInOneLineThatNamesTheKeys() throws IOException {
        String weak = TestKeys.RSA.toPublicJWK().toJSONString().replaceFirst("\\{", "{\"use\":\"enc\",");
        Files.writeString(file, TestKeys.set(weak, TestKeys.P256.toJSONString()));

        assertThatThrownBy(() -> new FileKeySource(file, clock))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " is not a set of public token keys: key \"rsa-1\" is refused: its use is not sig;"
                        + " key \"ec-256\" is refused: it is private");
    }

    @Test
    void refusesAFileWithoutUsableKeysAtTheStart() throws IOException {
        Files.writeString(file, "{\"keys\":[]}");

        assertThatThrownBy(() -> new FileKeySource(file, clock))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " is not a set of public token keys: it has no key that can verify a token");
    }

    @Test
    void refusesAFileThatIsNotThereAtTheStart() {
        Path absent = folder.resolve("absent.json");

        assertThatThrownBy(() -> new FileKeySource(absent, clock))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(absent + " cannot be read");
    }
}
