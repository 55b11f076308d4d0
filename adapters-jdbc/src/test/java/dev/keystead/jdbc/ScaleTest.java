package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.jdbc.testing.Postgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation does not feel how many others there are: the work of a hundred on a small and on a large table, in turns. */
@Tag("thorough")
class ScaleTest {
    private static final int OF_EACH = 100;
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 15;
    private static final int CALLS = 200;
    private static final double MOST = 1.5;

    @TempDir
    Path directory;

    private final Random random = new Random(7);

    @Test
    void aLargeTableIsAsFastAsASmallOneOnH2() {
        assertAsFast("H2", Fixture.fileUrl(directory.resolve("small")), Fixture.fileUrl(directory.resolve("large")));
    }

    @Test
    void aLargeTableIsAsFastAsASmallOneOnPostgres() {
        assertAsFast("PostgreSQL", Postgres.newSchema(), Postgres.newSchema());
    }

    private void assertAsFast(String database, String smallUrl, String largeUrl) {
        try (Storage small = Fixture.openMigrated(smallUrl);
                Storage large = Fixture.openMigrated(largeUrl)) {
            Organisations.fill(small, FEW, OF_EACH);
            Organisations.fill(large, MANY, OF_EACH);

            double list = ratio(small, large, ScaleTest::list);
            double update = ratio(small, large, (storage, org) -> Organisations.update(storage, org, random));
            System.out.printf(
                    "%s, %,d credentials against %,d: list %.2f, update %.2f times the time%n",
                    database, MANY * OF_EACH, FEW * OF_EACH, list, update);

            assertThat(list).isLessThan(MOST);
            assertThat(update).isLessThan(MOST);
        }
    }

    /** The median time on the large table by that on the small one; the first rounds warm up. */
    private double ratio(Storage small, Storage large, ObjIntConsumer<Storage> call) {
        double[] onSmall = new double[ROUNDS];
        double[] onLarge = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            double smallTime = timeOf(small, FEW, call);
            double largeTime = timeOf(large, MANY, call);
            if (round >= 0) {
                onSmall[round] = smallTime;
                onLarge[round] = largeTime;
            }
        }
        return medianOf(onLarge) / medianOf(onSmall);
    }

    private double timeOf(Storage storage, int organisations, ObjIntConsumer<Storage> call) {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.accept(storage, random.nextInt(FEW) * (organisations / FEW));
        }
        return System.nanoTime() - start;
    }

    private static void list(Storage storage, int org) {
        OrgId id = Organisations.id(org);
        assertThat(storage.repository().list(new ListQuery(id, CredentialFilter.ALL, Optional.empty(), 1_000)))
                .hasSize(OF_EACH);
    }

    private static double medianOf(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
