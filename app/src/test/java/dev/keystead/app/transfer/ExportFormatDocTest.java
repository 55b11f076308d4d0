package dev.keystead.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.Storage;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExportFormatDocTest {

    @Test
    void showsAnExportAsItIsWritten() throws IOException {
        String page = Files.readString(Path.of("../docs/export-format.md"));
        int begin = page.indexOf("```jsonl\n") + "```jsonl\n".length();
        String example = page.substring(begin, page.indexOf("```", begin));
        Storage storage = new InMemoryStorage();

        Samples.read(example, storage);

        assertThat(Samples.export(storage)).isEqualTo(example);
    }

    @Test
    void namesTheLongestLine() throws IOException {
        assertThat(Files.readString(Path.of("../docs/export-format.md")))
                .contains(String.format(Locale.ROOT, "at most %,d bytes", Lines.LIMIT));
    }
}
