package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.InvalidMemberException.Violation;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.usecase.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportUsageHandlerTest {
    private static final Instant LATEST = MutableClock.START.plusSeconds(60);

    private final Bench bench = new Bench();
    private final CredentialId id = bench.created(Bench.awsRole());

    @Test
    void recordsAUseAtTheCurrentTime() {
        report(7, Optional.empty());

        assertThat(bench.stored(id).usage()).isEqualTo(Usage.at(MutableClock.START, 7));
    }

    @Test
    void recordsAUseAtTheTimeGiven() {
        Instant earlier = MutableClock.START.minus(Duration.ofDays(400));

        report(7, Optional.of(earlier));

        assertThat(bench.stored(id).usage()).isEqualTo(Usage.at(earlier, 7));
    }

    @Test
    void toleratesSixtySecondsOfTheFutureButNoMore() {
        assertThatCode(() -> report(1, Optional.of(LATEST))).doesNotThrowAnyException();

        assertThatExceptionOfType(InvalidMemberException.class)
                .isThrownBy(() -> report(2, Optional.of(LATEST.plusMillis(1))))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .containsExactly(new Violation("time", "must not be more than 60 seconds in the future")));
        assertThat(bench.stored(id).usage()).isEqualTo(Usage.at(LATEST, 1));
    }

    @Test
    void changesNothingWithAnOlderTimeThanTheOneStored() {
        report(1, Optional.empty());

        report(2, Optional.of(MutableClock.START.minusMillis(1)));

        assertThat(bench.stored(id).usage()).isEqualTo(Usage.at(MutableClock.START, 1));
    }

    @Test
    void changesNeitherVersionNorHistory() {
        report(1, Optional.empty());

        assertThat(bench.stored(id).version()).isEqualTo(1);
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void doesNotFindACredentialOfAnotherOrganisation() {
        ReportUsage.Command ofGlobex = new ReportUsage.Command(Bench.GLOBEX, id, 1, Optional.empty());

        assertThatExceptionOfType(CredentialNotFoundException.class)
                .isThrownBy(() -> bench.useCases.reportUsage().report(Caller.system("job"), ofGlobex));
        assertThat(bench.stored(id).usage()).isEqualTo(Usage.NEVER);
    }

    @Test
    void countsResourcesFromZeroUp() {
        report(0, Optional.empty());
        assertThat(bench.stored(id).usage().resources()).isZero();

        report(Integer.MAX_VALUE, Optional.empty());
        assertThat(bench.stored(id).usage().resources()).isEqualTo(Integer.MAX_VALUE);

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> report(-1, Optional.empty()));
    }

    private void report(int resources, Optional<Instant> time) {
        bench.useCases.reportUsage().report(Bench.AGENT, new ReportUsage.Command(Bench.ACME, id, resources, time));
    }
}
