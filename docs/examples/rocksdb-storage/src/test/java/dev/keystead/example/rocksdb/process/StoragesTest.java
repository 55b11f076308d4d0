package dev.keystead.example.rocksdb.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * docs/storages.md tells what ran. Here, because this module is the last that runs the kit; a build of the whole is needed, without
 * {@code -Dtest}. What should be in the file is then in {@code target/storages.md}: copy the table from there.
 */
class StoragesTest {
    private static final Path ROOT = Path.of("../../..");

    @Test
    void tellsWhichStorageKeptWhichRuleInThisBuild() throws IOException {
        RuleTable table = RuleTable.of(ROOT);
        Files.writeString(Path.of("target/storages.md"), table.markdown());

        assertThat(table.storages()).contains("In Memory", "H2 File", "H2 Memory", "Rocks");
        assertThat(table.markdown()).doesNotContain("**");
        assertThat(Files.readString(ROOT.resolve("docs/storages.md")))
                .as("docs/storages.md, which should have the table of target/storages.md")
                .endsWith("\n\n" + table.markdown());
    }
}
