package dev.keystead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.acceptance.StorageKind;
import dev.keystead.app.acceptance.StoredReceipts;
import dev.keystead.core.spi.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expired receipts leave every storage, and no others, also while several servers remove them. */
class ReceiptExpiryOnStoragesTest {
    private static final Clock TODAY = Clock.systemUTC();
    private static final Clock TOMORROW = Clock.offset(TODAY, Duration.ofHours(25));
    private static final ReceiptExpiry.Pace AT_ONCE =
            new ReceiptExpiry.Pace(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(20));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(StorageKind.class)
    void removesTheExpiredAndNoOthers(StorageKind kind) {
        List<String> expired =
                IntStream.range(0, 20).mapToObj(i -> "expired-" + i).toList();
        try (Storage storage = kind.open(folder)) {
            storage.migrate();
            StoredReceipts receipts = new StoredReceipts(storage);
            expired.forEach(key -> receipts.record(key, TODAY));
            receipts.record("kept", TOMORROW);

            try (ReceiptExpiry one = new ReceiptExpiry(storage.maintenance(), TOMORROW, AT_ONCE);
                    ReceiptExpiry other = new ReceiptExpiry(storage.maintenance(), TOMORROW, AT_ONCE)) {
                one.start();
                other.start();
                expired.forEach(receipts::awaitRemovalOf);
            }

            assertThat(receipts.find("kept")).isPresent();
        }
    }
}
