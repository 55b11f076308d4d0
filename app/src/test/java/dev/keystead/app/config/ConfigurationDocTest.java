package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {

    @Test
    void documentsEveryOptionAndNoOther() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        OptionKey.all().stream().map(ConfigurationDocTest::row).toList());
    }

    private static String row(OptionKey key) {
        String flag = key.allowedAsFlag() ? "`" + key.flag() + "`" : "refused";
        String defaultValue = key.inFile()
                ? "–"
                : key.option().defaultValue().map(value -> "`" + value + "`").orElse("–");
        String dev = Option.OF_DEV.contains(key.option()) ? "yes" : "no";
        return "| `" + key.text() + "` | " + flag + " | `" + key.variable() + "` | " + defaultValue + " | " + dev
                + " | " + key.description() + " |";
    }
}
