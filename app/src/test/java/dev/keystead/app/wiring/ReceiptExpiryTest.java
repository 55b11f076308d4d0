package dev.keystead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.keystead.core.spi.StorageUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class ReceiptExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123Z");
    private static final ReceiptExpiry.Pace SLOW =
            new ReceiptExpiry.Pace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMinutes(10));
    private static final ReceiptExpiry.Pace AT_ONCE =
            new ReceiptExpiry.Pace(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1));

    private final FakeReceipts receipts = new FakeReceipts();

    @Test
    void asksForSmallBatchesByItsClock() {
        expiry(SLOW).runOnce();

        assertThat(receipts.calls).containsExactly(new FakeReceipts.Call(NOW, ReceiptExpiry.BATCH));
    }

    @Test
    void goesOnAfterAPauseWhileThereIsMore() {
        receipts.script.add(() -> ReceiptExpiry.BATCH);

        assertThat(expiry(SLOW).runOnce()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void restsForAboutTenMinutesWhenThereIsNoMore() {
        receipts.script.add(() -> ReceiptExpiry.BATCH - 1);

        assertThat(expiry(SLOW).runOnce()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
    }

    @Test
    void doesNotKeepInStepWithOtherServers() {
        ReceiptExpiry expiry = expiry(SLOW);
        Duration first = expiry.runOnce();

        assertThat(first).isNotEqualTo(expiry.runOnce());
    }

    @Test
    void logsAFailureInOneLineAndRests() {
        receipts.script.add(() -> {
            throw new StorageUnavailableException(false, new IllegalStateException("a driver's words"));
        });
        Logger logger = (Logger) LoggerFactory.getLogger(ReceiptExpiry.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);

        Duration rest = expiry(SLOW).runOnce();

        logger.detachAppender(log);
        assertThat(rest).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15));
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .startsWith("expired receipts stay until the next run: ")
                    .endsWith("the storage is out of reach");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void runsAgainAndAgainWhateverFails() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        receipts.script.add(() -> {
            throw new IllegalStateException("broken");
        });
        for (int i = 0; i < 3; i++) {
            receipts.script.add(() -> {
                runs.countDown();
                return 0;
            });
        }

        try (ReceiptExpiry expiry = expiry(AT_ONCE)) {
            expiry.start();

            assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsWithTheBatchThatRunsAndBeginsNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        receipts.script.add(() -> {
            begun.countDown();
            await(goOn);
            return ReceiptExpiry.BATCH;
        });
        ReceiptExpiry expiry = expiry(AT_ONCE);
        expiry.start();
        await(begun);
        Thread closing = new Thread(expiry::close);
        closing.start();

        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();

        assertThat(receipts.calls).hasSize(1);
    }

    @Test
    @Timeout(5)
    void doesNotWaitForARunThatHasNotBegun() {
        ReceiptExpiry expiry =
                expiry(new ReceiptExpiry.Pace(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        expiry.start();

        expiry.close();
        expiry.close();

        assertThat(receipts.calls).isEmpty();
    }

    private ReceiptExpiry expiry(ReceiptExpiry.Pace pace) {
        return new ReceiptExpiry(receipts, Clock.fixed(NOW, ZoneOffset.UTC), pace);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
