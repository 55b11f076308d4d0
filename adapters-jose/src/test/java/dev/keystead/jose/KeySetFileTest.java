package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key set that changes while a sealer uses it. */
class KeySetFileTest {
    private static final SecretBinding PLACE =
            new SecretBinding(new OrgId("acme"), new CredentialId("0199-a"), Member.KEY);
    private static final Secret SECRET = Secret.of("hunter2-hunter2");
    private static final byte[] REQUEST = "a request".getBytes(UTF_8);

    private final ManualClock clock = new ManualClock();
    private final LogCapture log = new LogCapture(WatchedFile.class);

    @TempDir
    private Path folder;

    private Path file;
    private KeySet first;
    private SecretSealer sealer;

    @BeforeEach
    void openAKeySet() {
        file = folder.resolve("keys.json");
        first = KeySet.generate();
        first.writeTo(file);
        sealer = Jose.sealer(KeySetFile.open(file, clock));
    }

    @AfterEach
    void stopCapture() {
        log.close();
    }

    @Test
    void sealsWithAnotherKeyWithinTenSecondsOfTheChange() {
        KeySet changed = KeySetFile.change(file, KeySet::rotatedNow);
        assertThat(sealer.seal(SECRET, PLACE).keyId()).isEqualTo(first.first().id());

        clock.advance(Duration.ofSeconds(5));

        assertThat(sealer.seal(SECRET, PLACE).keyId())
                .isEqualTo(changed.first().id())
                .isEqualTo(sealer.sealingKeyId());
        assertThat(log.lines()).containsExactly("INFO sealing keys read again from " + file);
    }

    @Test
    void opensAtOnceWhatIsSealedWithAKeyThatItHasNotReadYet() {
        SealedSecret byAnother =
                Jose.sealer(KeySetFile.change(file, KeySet::rotatedNow)).seal(SECRET, PLACE);

        assertThat(sealer.open(byAnother, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void comparesAtOnceWithARequestOfAKeyThatItHasNotReadYet() {
        Fingerprint byAnother =
                Jose.sealer(KeySetFile.change(file, KeySet::rotatedNow)).fingerprint(REQUEST);

        assertThat(sealer.matches(byAnother, REQUEST)).isTrue();
    }

    @Test
    void looksForAMissingKeyOnceASecondAtTheMost() {
        SealedSecret corrupt = Jose.sealer(KeySet.generate()).seal(SECRET, PLACE);
        assertDoesNotOpen(corrupt);
        SealedSecret byAnother =
                Jose.sealer(KeySetFile.change(file, KeySet::rotatedNow)).seal(SECRET, PLACE);

        clock.advance(Duration.ofMillis(999));
        assertDoesNotOpen(byAnother);
        clock.advance(Duration.ofMillis(1));

        assertThat(sealer.open(byAnother, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void looksForAMissingKeyEvenIfItHasJustLookedForChanges() {
        clock.advance(Duration.ofSeconds(5));
        sealer.seal(SECRET, PLACE);
        SealedSecret byAnother =
                Jose.sealer(KeySetFile.change(file, KeySet::rotatedNow)).seal(SECRET, PLACE);

        assertThat(sealer.open(byAnother, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void keepsTheKeysWhileTheFileIsBrokenAndSaysSoOnce() throws IOException {
        SealedSecret before = sealer.seal(SECRET, PLACE);
        KeySet changed = first.rotatedNow();
        Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"short\",\"k\":\"SECRETSECRET\"}]}");

        lookThrice(before);

        assertThat(log.lines())
                .containsExactly("ERROR " + file + " is not a key set: key 1 is refused: it must have 256 bits; the"
                        + " sealing keys in use stay");
        Files.write(file, changed.toJson());
        clock.advance(Duration.ofSeconds(5));
        assertThat(sealer.sealingKeyId()).isEqualTo(changed.first().id());
    }

    @Test
    void keepsTheKeysWhileTheFileIsOpenToOthersAndSaysSoOnce() throws IOException {
        SealedSecret before = sealer.seal(SECRET, PLACE);
        KeySet changed = KeySetFile.change(file, KeySet::rotatedNow);
        setPermissions("rw-r--r--");

        lookThrice(before);

        assertThat(log.lines())
                .containsExactly(
                        "ERROR " + file + " is open to others: take their permissions away, as with chmod o= on"
                                + " the file; the sealing keys in use stay");
        setPermissions("rw-r-----");
        clock.advance(Duration.ofSeconds(5));
        assertThat(sealer.sealingKeyId()).isEqualTo(changed.first().id());
    }

    @Test
    void saysAgainWhatIsWrongOnceItWasRight() throws IOException {
        for (int time = 0; time < 2; time++) {
            setPermissions("rw-r--r--");
            clock.advance(Duration.ofSeconds(5));
            sealer.sealingKeyId();
            setPermissions("rw-------");
            clock.advance(Duration.ofSeconds(5));
            sealer.sealingKeyId();
        }

        assertThat(log.lines()).filteredOn(line -> line.startsWith("ERROR ")).hasSize(2);
        assertThat(log.lines()).filteredOn(line -> line.startsWith("INFO ")).hasSize(2);
    }

    @Test
    void losesNoChangeOfManyAtOnce() throws Exception {
        int changes = 16;
        ExecutorService commands = Executors.newFixedThreadPool(changes);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<KeySet>> results = new ArrayList<>();
        for (int command = 0; command < changes; command++) {
            results.add(commands.submit(() -> {
                start.await();
                return KeySetFile.change(file, KeySet::rotated);
            }));
        }

        start.countDown();
        List<String> added = new ArrayList<>();
        for (Future<KeySet> result : results) {
            List<String> keyIds = result.get().keyIds();
            added.add(keyIds.get(keyIds.size() - 1));
        }
        commands.shutdown();

        assertThat(KeySet.read(file).keyIds())
                .hasSize(changes + 1)
                .startsWith(first.first().id())
                .containsAll(added);
    }

    @Test
    void keepsKeysAndOtherThingsAsTheyAreWhereTheChangeIsRefused() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> KeySetFile.change(file, keys -> {
                    throw new IllegalStateException("refused");
                }));

        assertThat(file).hasBinaryContent(before);
        assertThat(namesInFolder()).containsExactly("keys.json");
    }

    private void lookThrice(SealedSecret known) {
        for (int look = 0; look < 3; look++) {
            clock.advance(Duration.ofSeconds(5));
            assertThat(sealer.open(known, PLACE)).isEqualTo(SECRET);
            assertThat(sealer.sealingKeyId()).isEqualTo(first.first().id());
        }
    }

    private void assertDoesNotOpen(SealedSecret sealed) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> sealer.open(sealed, PLACE));
    }

    private void setPermissions(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private List<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(name -> name.getFileName().toString()).toList();
        }
    }
}
