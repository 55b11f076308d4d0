package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LastChangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123Z");

    @Test
    void takesFifteenSecondsUntilAllServersKnowIt() {
        assertThat(before(Duration.ZERO).untilAllKnow()).isEqualTo(Duration.ofSeconds(15));
        assertThat(before(Duration.ofSeconds(14)).untilAllKnow()).isEqualTo(Duration.ofSeconds(1));
        assertThat(before(Duration.ofSeconds(15)).untilAllKnow()).isZero();
        assertThat(before(Duration.ofDays(400)).untilAllKnow()).isZero();
    }

    @Test
    void takesNoLongerWhereTheClocksDiffer() {
        assertThat(before(Duration.ofDays(-1)).untilAllKnow()).isEqualTo(Duration.ofSeconds(15));
    }

    private static LastChange before(Duration age) {
        return new LastChange(NOW.minus(age), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
