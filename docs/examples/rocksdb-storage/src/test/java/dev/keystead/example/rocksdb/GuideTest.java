package dev.keystead.example.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** docs/write-a-storage-adapter.md shows what is compiled here, and its skeleton fails as it says. */
class GuideTest {
    private static final Path ROOT = Path.of("../../..");
    private static final Path GUIDE = ROOT.resolve("docs/write-a-storage-adapter.md");

    /** A block of code, with the file that it is from named in a comment on the line before. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:^<!-- (\\S+) -->\n)?^```(java|xml)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void showsNoCodeButThatOfTheExample() {
        List<Block> blocks = BLOCK.matcher(read(GUIDE))
                .results()
                .map(found -> new Block(found.group(1), found.group(3)))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(8);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(unindented(read(Path.of("src").resolve(block.file()))))
                        .as(block.file())
                        .contains(unindented(block.code())));
    }

    @Test
    void showsEveryFileOfTheSkeletonWhole() throws IOException {
        String guide = unindented(read(GUIDE));

        try (var files = Files.list(Path.of("src/test/java/dev/keystead/example/skeleton"))) {
            assertThat(files.filter(file -> !file.endsWith("package-info.java")))
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(guide).contains(unindented(read(file))));
        }
    }

    @Test
    void namesTheVersionsOfTheBuild() {
        String versions = read(ROOT.resolve("pom.xml"));
        Matcher shown = Pattern.compile("<version>(\\d[\\d.]+\\d)</version>")
                .matcher(read(Path.of("src/test/skeleton/pom.xml")));

        assertThat(shown.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(versions).contains(">" + version + "<"));
    }

    @Test
    void failsEveryTestOfTheKitWithTheSkeleton() throws ClassNotFoundException {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Class.forName("dev.keystead.example.skeleton.MyStorageTest")))
                .execute()
                .testEvents();

        assertThat(tests.started().count()).isGreaterThan(50);
        assertThat(tests.failed().count()).isEqualTo(tests.started().count());
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
