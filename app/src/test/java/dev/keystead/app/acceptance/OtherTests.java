package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** All tests of the API once more, by a server of another kind. */
final class OtherTests {
    private OtherTests() {}

    /**
     * Runs them all, but those that are tagged as thorough.
     *
     * @param server has what it is given run against servers of the kind
     * @return the classes and methods that failed
     */
    static SortedSet<String> failures(Consumer<Runnable> server) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(OtherTests.class.getPackageName()))
                .filters(excludeClassNamePatterns(".*\\.(Mounted|Secured)ServerTest"), excludeTags("thorough"))
                .build();

        server.accept(() -> LauncherFactory.create().execute(tests, listener));

        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(1000);
        return failuresOf(summary);
    }

    private static SortedSet<String> failuresOf(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getSource().orElseThrow())
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName().replaceFirst(".*\\.", "") + "." + method.getMethodName()
                        : source.toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
