package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FetchBudgetTest {
    private static final Instant START = ManualClock.START;

    private final FetchBudget budget = new FetchBudget(Duration.ofSeconds(5));

    @Test
    void givesTwoAtOnceAndNoMore() {
        assertThat(budget.take(START)).isTrue();
        assertThat(budget.take(START)).isTrue();

        assertThat(budget.take(START)).isFalse();
        assertThat(budget.take(START.plusMillis(4_999))).isFalse();
    }

    @Test
    void givesOneMoreInEachInterval() {
        budget.take(START);
        budget.take(START);

        for (int interval = 1; interval <= 3; interval++) {
            Instant later = START.plusSeconds(5L * interval);
            assertThat(budget.take(later)).isTrue();
            assertThat(budget.take(later)).isFalse();
        }
    }

    @Test
    void savesNoMoreThanTwo() {
        Instant muchLater = START.plusSeconds(3_600);
        budget.take(START);

        assertThat(budget.take(muchLater)).isTrue();
        assertThat(budget.take(muchLater)).isTrue();
        assertThat(budget.take(muchLater)).isFalse();
    }

    @Test
    void doesNotWaitForTheOldTimeWhenTheClockWasSetBack() {
        budget.take(START);
        budget.take(START);

        assertThat(budget.take(START.minusSeconds(3_600))).isTrue();
    }
}
