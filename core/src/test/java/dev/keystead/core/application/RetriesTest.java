package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final List<Long> bounds = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Retries retries = new Retries(new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long origin, long bound) {
            bounds.add(bound);
            return origin;
        }
    });

    @Test
    void doublesTheLongestPauseFromAttemptToAttemptUpToALimit() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> retries.untilNotOvertaken(this::overtaken))
                .withMessage("other writers were faster, and nothing was changed: try again");

        assertThat(bounds)
                .hasSize(19)
                .startsWith(4_000_000L, 8_000_000L, 16_000_000L, 32_000_000L, 64_000_000L, 64_000_000L);
        assertThat(bounds).endsWith(64_000_000L);
        assertThat(attempts).hasValue(20);
    }

    @Test
    void pausesForTheTimeThatIsDrawn() {
        Retries slow = new Retries(() -> -1L >>> 1);
        long before = System.nanoTime();

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> slow.untilNotOvertaken(this::overtaken));

        assertThat(System.nanoTime() - before).isGreaterThan(1_000_000L);
    }

    @Test
    void doesNotPauseWithoutNeed() {
        assertThat(retries.untilNotOvertaken(() -> "done")).isEqualTo("done");
        assertThat(bounds).isEmpty();
    }

    @Test
    void leavesASecondReceiptToTheCaller() {
        assertThatExceptionOfType(DuplicateException.class)
                .isThrownBy(() -> retries.untilNotOvertaken(() -> {
                    attempts.incrementAndGet();
                    throw new DuplicateException(DuplicateException.Of.RECEIPT);
                }));

        assertThat(attempts).hasValue(1);
    }

    private String overtaken() {
        attempts.incrementAndGet();
        throw new StaleVersionException();
    }
}
