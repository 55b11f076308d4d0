package dev.keystead.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What came of the kit's tests on one storage.
 *
 * @param tests the display names of all tests
 * @param failures the tests that failed
 * @param omitted how many tests were skipped, aborted, or lost because their group did not start
 */
record KitRun(List<String> tests, List<Failure> failures, long omitted) {

    static KitRun on(Fault fault) {
        return of(BrokenKit.class, fault);
    }

    static KitRun of(Class<? extends BrokenKit> kit, Fault fault) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter(BrokenKit.FAULT, fault.toString())
                .selectors(selectClass(kit))
                .execute();
        return new KitRun(
                results.testEvents().started().map(KitRun::nameOf).toList(),
                results.testEvents().failed().map(Failure::of).toList(),
                results.allEvents().skipped().count()
                        + results.allEvents().aborted().count()
                        + results.containerEvents().failed().count());
    }

    private static String nameOf(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    /** A test that failed, and why. */
    record Failure(String test, Throwable cause) {
        static Failure of(Event event) {
            Throwable cause = event.getRequiredPayload(TestExecutionResult.class)
                    .getThrowable()
                    .orElseThrow();
            return new Failure(nameOf(event), cause);
        }
    }
}
