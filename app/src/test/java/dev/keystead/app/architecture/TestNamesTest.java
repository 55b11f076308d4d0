package dev.keystead.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build runs the classes whose names end in {@code Test}: a test elsewhere would never run, and nobody would notice. */
class TestNamesTest {
    private static final Pattern TEST_METHOD =
            Pattern.compile("^    @(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Test
    void testClassesEndInTest() {
        List<Path> modules = modules();

        assertThat(modules).hasSizeGreaterThanOrEqualTo(9).anyMatch(module -> module.endsWith("docs/examples/embed"));
        assertThat(modules).allSatisfy(module -> assertThat(misnamed(module)).isEmpty());
    }

    @Test
    void seesATestClassOfAnotherName(@TempDir Path module) throws IOException {
        Path file = module.resolve("src/test/java/ChecksSomething.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class ChecksSomething {\n    @Test\n    void checks() {}\n}\n");

        assertThat(misnamed(module)).containsExactly(file);
    }

    /** The folders of the modules that have tests, by the build's own list. */
    private static List<Path> modules() {
        return modulesBelow(Path.of("..").toAbsolutePath().normalize())
                .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                .toList();
    }

    private static Stream<Path> modulesBelow(Path folder) {
        try {
            List<Path> modules = MODULE.matcher(Files.readString(folder.resolve("pom.xml")))
                    .results()
                    .map(module -> folder.resolve(module.group(1)))
                    .toList();
            return modules.stream().flatMap(module -> Stream.concat(Stream.of(module), modulesBelow(module)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> misnamed(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().endsWith("Test.java"))
                    .filter(TestNamesTest::hasTests)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasTests(Path file) {
        try {
            return TEST_METHOD.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
