package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7SourceTest {
    private final MutableClock clock = new MutableClock();
    private final UuidV7Source ids = new UuidV7Source(clock, new SplittableRandom(7));

    @Test
    void makesUuidsOfVersionSevenThatBeginWithTheMillisecond() {
        String id = ids.next();

        UUID uuid = UUID.fromString(id);
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(millisOf(id)).isEqualTo(MutableClock.START.toEpochMilli());
        assertThat(id).isLowerCase().hasSize(36);
        assertThat(new CredentialId(id).value()).isEqualTo(id);
    }

    @Test
    void setsVersionAndVariantWhateverTheRandomBits() {
        for (long bits : new long[] {0L, -1L}) {
            UUID uuid = UUID.fromString(new UuidV7Source(clock, fixed(bits)).next());

            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL)
                    .isEqualTo(bits & 0x3FFF_FFFF_FFFF_FFFFL);
        }
    }

    @Test
    void neverRunsBackwardsWhileTheClockStandsStill() {
        List<String> made = Stream.generate(ids::next).limit(20_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void borrowsFromTheNextMillisecondWhenTheCounterRunsOver() {
        UuidV7Source fromZero = new UuidV7Source(clock, fixed(0));
        List<String> made = Stream.generate(fromZero::next).limit(4_097).toList();

        assertThat(millisOf(made.get(4_095))).isEqualTo(MutableClock.START.toEpochMilli());
        assertThat(made.get(4_095)).contains("-7fff-");
        assertThat(millisOf(made.get(4_096))).isEqualTo(MutableClock.START.toEpochMilli() + 1);
        assertThat(made.get(4_096)).contains("-7000-");
    }

    @Test
    void neverRunsBackwardsWhenTheClockDoes() {
        List<String> made = new ArrayList<>();
        for (int step : new int[] {0, -5_000, 1, -1, 4_998, 1, 1, -86_400_000, 86_400_001}) {
            clock.move(Duration.ofMillis(step));
            made.add(ids.next());
            made.add(ids.next());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void followsTheClockAgainAndSeedsTheCounterBelowItsHalf() {
        for (int i = 0; i < 1_000; i++) {
            clock.move(Duration.ofMillis(1));
            String id = ids.next();

            assertThat(millisOf(id)).isEqualTo(clock.millis());
            assertThat(Integer.parseInt(id.substring(15, 18), 16)).isLessThan(2_048);
        }
    }

    @Test
    void givesNoIdTwiceToManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<String>> make =
                    () -> Stream.generate(ids::next).limit(5_000).toList();
            List<String> all = new ArrayList<>();
            for (Future<List<String>> made : threads.invokeAll(List.of(make, make, make, make))) {
                assertThat(made.get()).isSorted();
                all.addAll(made.get());
            }

            assertThat(all).extracting(id -> id.substring(0, 18)).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long millisOf(String id) {
        return UUID.fromString(id).getMostSignificantBits() >>> 16;
    }

    private static RandomGenerator fixed(long bits) {
        return () -> bits;
    }
}
