package dev.keystead.app.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keystead.core.spi.Storage;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut off, damaged or made to do harm. */
class HostileFileTest {
    private static final String NOT_AN_OBJECT =
            "line 2: is not one JSON object with unique members, nested at most 8 deep";

    private final Storage storage = new InMemoryStorage();
    private String export;
    private String header;

    @BeforeEach
    void exportEverything() {
        Storage source = new InMemoryStorage();
        Samples.load(source, Samples.everything());
        export = Samples.export(source);
        header = export.lines().findFirst().orElseThrow() + "\n";
    }

    @Test
    void recognisesAFileThatWasCutOffAnywhere() {
        byte[] whole = export.getBytes(UTF_8);

        for (int length = 0; length < whole.length - 1; length++) { // the last line feed is no loss
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Samples.read(cut, storage)).isInstanceOf(TransferException.class);
        }

        assertNothingIsStored();
    }

    @Test
    void saysThatTheTrailerIsMissing() {
        String cut = export.substring(0, export.lastIndexOf("{\"kind\":\"trailer\""));

        assertThatThrownBy(() -> Samples.read(cut, storage))
                .isInstanceOf(TransferException.class)
                .hasMessage("line 9: is missing: the file ends without its trailer, so it is not whole");
    }

    @Test
    void readsNoLineOfAHundredMegabytes() {
        Brackets hundredMegabytes = new Brackets(100_000_000);
        InputStream file = new SequenceInputStream(new ByteArrayInputStream(header.getBytes(UTF_8)), hundredMegabytes);

        assertThatThrownBy(() -> Import.read(file, storage, Optional.empty(), false, Samples.SILENT))
                .isInstanceOf(TransferException.class)
                .hasMessage("line 2: is longer than 1048576 bytes");
        assertThat(hundredMegabytes.left).isGreaterThan(98_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xC0, 0xED, 0xFF})
    void refusesWhatIsNotUtf8(int octet) {
        byte[] file = (header + "{\"kind\":\"x\"}\n").getBytes(UTF_8);
        file[header.length() + 9] = (byte) octet;

        assertThatThrownBy(() -> Samples.read(file, storage))
                .isInstanceOf(TransferException.class)
                .hasMessage("line 2: is not valid UTF-8");
    }

    @Test
    void refusesAByteOrderMark() {
        assertThatThrownBy(() -> Samples.read("\uFEFF" + export, storage))
                .isInstanceOf(TransferException.class)
                .hasMessageStartingWith("line 1: is not one JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"trailer\",\"kind\":\"planted\"}",
                "{\"kind\":\"trailer\"} {\"planted\":1}",
                "[{\"kind\":\"trailer\"}]",
                "\"planted\"",
                "planted",
                "{\"kind\":\"planted"
            })
    void refusesWhatIsNotOneObject(String line) {
        assertThatThrownBy(() -> Samples.read(header + line + "\n", storage))
                .isInstanceOf(TransferException.class)
                .hasMessage(NOT_AN_OBJECT);
    }

    @Test
    void refusesDeepNestingWithoutAStackOverflow() {
        assertThatThrownBy(() -> Samples.read(header + "{\"kind\":" + "[".repeat(1_000_000) + "\n", storage))
                .isInstanceOf(TransferException.class)
                .hasMessage(NOT_AN_OBJECT);
    }

    @Test
    void refusesANumberOfAHundredThousandDigits() {
        String huge = header.replace("1}", "1".repeat(100_000) + "}");

        assertThatThrownBy(() -> Samples.read(huge, storage))
                .isInstanceOf(TransferException.class)
                .hasMessageStartingWith("line 1: ");
    }

    @Test
    void saysThatTheFileCannotBeRead() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(header.getBytes(UTF_8)), closed);

        assertThatThrownBy(() -> Import.read(broken, storage, Optional.empty(), false, Samples.SILENT))
                .isInstanceOf(TransferException.class)
                .hasMessage("line 2: cannot be read");
    }

    @Test
    void takesDamagedFilesForWhatTheyAreAndNeverBreaks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = export.getBytes(UTF_8);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Storage fresh = new InMemoryStorage();

            Throwable failure = catchThrowable(() -> Samples.read(damaged, fresh));

            if (failure == null) {
                assertThat(Samples.export(fresh)).isNotEmpty();
            } else {
                assertThat(failure).as("seed %d, round %d", seed, round).isInstanceOf(TransferException.class);
                assertThat(failure.getMessage()).matches("line \\d+: .+").doesNotContain(Samples.SEALED);
            }
        }
    }

    private void assertNothingIsStored() {
        assertThat(storage.maintenance().organizations(Optional.empty(), 1)).isEmpty();
    }

    /** So many opening brackets. */
    private static final class Brackets extends InputStream {
        private long left;

        Brackets(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? '[' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, (byte) '[');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
