package dev.keystead.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit can fail: each fault turns the tests of its rule red, one of them at least, and none of another rule. */
class BrokenStorageTest {
    @ParameterizedTest
    @MethodSource("dev.keystead.tck.Faults#all")
    void findsOutTheFaultByItsRuleAlone(Fault fault) {
        KitRun run = KitRun.on(fault);

        assertThat(run.omitted()).as("tests left out").isZero();
        assertThat(run.failures()).as("failures").isNotEmpty();
        assertThat(run.failures())
                .extracting(failure -> Contract.numberOf(failure.test()))
                .containsOnly(fault.rule());
        assertThat(run.failures()).allSatisfy(BrokenStorageTest::isReadable);
    }

    @Test
    void findsOutAStorageThatOnlyClaimsToForget() {
        KitRun run = KitRun.of(BrokenKit.ClaimingToForget.class, Faults.NONE);

        assertThat(run.failures())
                .extracting(failure -> Contract.numberOf(failure.test()))
                .isEqualTo(List.of("S-41"));
        assertThat(run.failures()).allSatisfy(BrokenStorageTest::isReadable);
    }

    /** A readable message says in brackets, before the values, what they are. */
    private static void isReadable(KitRun.Failure failure) {
        assertThat(failure.cause()).isInstanceOf(AssertionError.class);
        assertThat(failure.cause().getMessage()).containsPattern("\\[[A-Za-z][^\\]]{3,}\\]");
    }
}
