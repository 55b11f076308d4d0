package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ExternalIdsTest {
    private static final int ORGS = 10_000;
    private static final int ALPHABET = 62;
    private static final long SEED = 20261123;

    private final FakeRepository repository = new FakeRepository();
    private final ExternalIds ids = new ExternalIds(repository, new SplittableRandom(SEED));

    @Test
    void staysTheSameFromItsFirstUseOn() {
        ExternalId first = ids.of(Bench.ACME);

        assertThat(ids.of(Bench.ACME)).isEqualTo(first);
        assertThat(repository.externalIds).containsExactly(Map.entry(Bench.ACME, first));
    }

    @Test
    void takesWhatAnotherServerKeptFirst() {
        ExternalId kept = new ExternalId("another0another0another0another0");
        repository.externalIds.put(Bench.ACME, kept);

        assertThat(ids.of(Bench.ACME)).isEqualTo(kept);
    }

    /** A remainder of a random byte would make eight of the characters more frequent by a quarter. */
    @Test
    void drawsEachCharacterAsOftenAsAnyOther() {
        Map<Integer, Integer> counts = new HashMap<>();
        Set<ExternalId> all = new HashSet<>();
        for (int i = 0; i < ORGS; i++) {
            ExternalId id = ids.of(new OrgId("org-" + i));
            all.add(id);
            id.value().chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        }

        assertThat(all).hasSize(ORGS);
        assertThat(counts).hasSize(ALPHABET);
        int expected = ORGS * 32 / ALPHABET;
        assertThat(counts.values())
                .as("seed %d", SEED)
                .allSatisfy(count -> assertThat(count).isCloseTo(expected, Percentage.withPercentage(10)));
    }
}
