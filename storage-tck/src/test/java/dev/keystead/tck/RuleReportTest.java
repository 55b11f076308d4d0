package dev.keystead.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class RuleReportTest {
    private static final Fault FAULT = Faults.all().get(0);

    @TempDir
    private Path folder;

    @Test
    void writesDownEveryTestOnceAndWhatFailed() throws IOException {
        report(FAULT);
        report(FAULT);

        List<String> lines = Files.readAllLines(folder.resolve("BrokenKit.txt"));

        assertThat(lines).doesNotHaveDuplicates().allMatch(line -> line.matches("(passed|failed): S-\\d\\d .+"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("failed"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("failed: " + FAULT.rule()));
        assertThat(lines.stream().map(line -> line.replaceFirst("\\w+: ", "")))
                .containsExactlyInAnyOrderElementsOf(KitRun.on(Faults.NONE).tests());
    }

    private void report(Fault fault) {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter(BrokenKit.FAULT, fault.toString())
                .configurationParameter(RuleReport.FOLDER, folder.toString())
                .selectors(selectClass(BrokenKit.class))
                .execute();
    }
}
