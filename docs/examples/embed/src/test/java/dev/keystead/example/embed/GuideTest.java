package dev.keystead.example.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java in the pages for embedders is that of the examples, which the build compiles and runs. */
class GuideTest {
    private static final Path EXAMPLES = Path.of("..");
    private static final Path ROOT = Path.of("../../..");

    /** A block of code, with the file of an example that it is from named in a comment on the line before. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:^<!-- (\\S+) -->\n)?^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"README.md, 2", "docs/embed.md, 10"})
    void showsNoCodeButThatOfAnExample(String page, int blocks) {
        assertThat(blocksOf(page))
                .hasSize(blocks)
                .allSatisfy(block -> assertThat(unindented(read(EXAMPLES.resolve(block.file()))))
                        .as(block.file())
                        .contains(unindented(block.code())));
    }

    @ParameterizedTest
    @CsvSource({"README.md", "docs/embed.md"})
    void beginsWithNoMoreThanFifteenLines(String page) {
        Block first = blocksOf(page).get(0);

        assertThat(first.file()).endsWith("/Embed.java");
        assertThat(first.code().lines()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void seesCodeThatIsOfNoFile() {
        assertThat(blocksIn("```java\nnobody.compiles(this);\n```\n"))
                .singleElement()
                .satisfies(block -> assertThat(block.file()).isEqualTo("(no file named)"));
    }

    private static List<Block> blocksOf(String page) {
        return blocksIn(read(ROOT.resolve(page)));
    }

    private static List<Block> blocksIn(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(found -> new Block(found.group(1) == null ? "(no file named)" : found.group(1), found.group(2)))
                .toList();
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Block(String file, String code) {}
}
