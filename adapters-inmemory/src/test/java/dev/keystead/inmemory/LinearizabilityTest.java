package dev.keystead.inmemory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever calls run at once, their results are those of some order of them one after the other (Lincheck tries many by stress). */
@Tag("thorough")
class LinearizabilityTest {

    @Test
    void answersAsIfCallsCameOneAfterTheOther() {
        assertThatCode(() -> options().check(RepositoryOperations.class)).doesNotThrowAnyException();
    }

    @Test
    void findsOutARepositoryWithAGapBetweenLookingAndWriting() {
        assertThatThrownBy(() -> options().check(TornOperations.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("externalId");
    }

    private static StressOptions options() {
        return new StressOptions()
                .iterations(30)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .minimizeFailedScenario(false);
    }
}
