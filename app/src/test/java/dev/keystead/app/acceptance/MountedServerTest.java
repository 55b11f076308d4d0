package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All tests of the API once more, against endpoints that are mounted in a server of another program. */
@Tag("thorough")
class MountedServerTest {

    /** What the engine answers by itself, a full server, and paths that do not begin with the base: the host's. */
    private static final String[] OF_THE_ENGINE = {
        "AmbiguousLengthTest.refusesALengthAndChunks",
        "AmbiguousLengthTest.refusesChunksOfHttp10",
        "AmbiguousLengthTest.refusesDisguisedHeaders",
        "AmbiguousLengthTest.refusesOtherEncodings",
        "AmbiguousLengthTest.refusesTwoLengths",
        "AmbiguousLengthTest.refusesWhatIsNoLength",
        "HostileTokenTest.refusesControlCharacters",
        "HostileTokenTest.refusesTokensThatAreTooLongForAnyRequest",
        "LimitsTest.refusesWhatIsTooMuchAtOnce",
        "PathsTest.answersOtherPathsWith404",
        "PathsTest.answersPathsWithDoubledSlashes",
        "ProblemsTest.answersEngineErrorsAsProblems",
        "ProblemsTest.refusesLongTargets",
        "ProblemsTest.refusesTooLongHeaders",
        "ResponsesTest.forbidsStoringAndSniffing",
        "ResponsesTest.givesNoRequestTheIdOfAnother",
        "ResponsesTest.keepsTheRequestIdOfAMalformedRequest",
        "ResponsesTest.keepsTheRequestIdOfTooLongHeaders"
    };

    @Test
    void keepsEveryRuleButThoseOfTheEngine() {
        assertThat(OtherTests.failures(Serving::mounted)).containsExactly(OF_THE_ENGINE);
    }
}
