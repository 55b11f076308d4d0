package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keystead.core.domain.Subject;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectBucketsTest {
    private static final Subject ADA = new Subject("ada");
    private static final Subject EVE = new Subject("eve");

    private final FakeTime time = new FakeTime();
    private final RateLimit limit = RateLimit.of(10, time);

    @Test
    void admitsABurstOfTwiceTheRate() {
        assertThat(admitted(ADA, 100)).isEqualTo(20);
    }

    @Test
    void admitsTheRateInTheLongRun() {
        int admitted = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            time.advance(Duration.ofMillis(100));
            admitted += admitted(ADA, 5);
        }

        assertThat(admitted).isBetween(600, 620);
    }

    @Test
    void countsEachSubjectForItself() {
        admitted(EVE, 100);

        assertThatCode(() -> limit.count(ADA)).doesNotThrowAnyException();
        assertThat(admitted(EVE, 1)).isZero();
    }

    @Test
    void saysWhenToComeBackInWholeSecondsThatAreEnough() {
        RateLimit slow = RateLimit.of(1, time);
        slow.count(ADA);
        slow.count(ADA);

        Problem atOnce = refusal(slow);
        time.advance(Duration.ofMillis(999));
        Problem justBefore = refusal(slow);
        time.advance(Duration.ofMillis(1));

        assertThat(atOnce.status()).isEqualTo(429);
        assertThat(atOnce.headers()).containsEntry("Retry-After", "1");
        assertThat(justBefore.headers()).containsEntry("Retry-After", "1");
        assertThatCode(() -> slow.count(ADA)).doesNotThrowAnyException();
    }

    @Test
    void gainsNothingByWaitingUntilItIsForgotten() {
        admitted(ADA, 100);

        time.advance(Duration.ofMinutes(10));

        assertThat(admitted(ADA, 100)).isEqualTo(20);
    }

    @Test
    void remembersWhoAsksTooMuchAmongManyOthers() {
        RateLimit small = new SubjectBuckets(10, 1_000, time);
        admitted(small, ADA, 100);

        for (int other = 0; other < 5_000; other++) {
            small.count(new Subject("other-" + other));
            if (other % 50 == 0) {
                assertThat(admitted(small, ADA, 1)).as("after %s others", other).isZero();
            }
        }
    }

    @Test
    void countsNothingWhereThereIsNoLimit() {
        RateLimit none = RateLimit.of(0, time);

        assertThatCode(() -> IntStream.range(0, 10_000).forEach(i -> none.count(ADA)))
                .doesNotThrowAnyException();
    }

    private int admitted(Subject subject, int requests) {
        return admitted(limit, subject, requests);
    }

    private static int admitted(RateLimit limit, Subject subject, int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            try {
                limit.count(subject);
                admitted++;
            } catch (ProblemException refused) {
                assertThat(refused.problem().type()).isEqualTo(Problem.Type.TOO_MANY_REQUESTS);
            }
        }
        return admitted;
    }

    private static Problem refusal(RateLimit limit) {
        return catchThrowableOfType(ProblemException.class, () -> limit.count(ADA))
                .problem();
    }

    private static final class FakeTime implements TimeMeter {
        private final AtomicLong nanos = new AtomicLong();

        void advance(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
