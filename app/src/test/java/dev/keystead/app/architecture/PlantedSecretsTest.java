package dev.keystead.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build looks for the secrets of {@code .ci/planted-secrets} in what the tests leave behind: none may be missing there. */
class PlantedSecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** What looks like a client secret of Azure: they have a tilde, and little else has. */
    private static final Pattern SECRET = Pattern.compile("\"([A-Za-z0-9._-]{3,}~[A-Za-z0-9._-]{5,})\"");

    @Test
    void everySecretOfATestIsLookedFor() throws IOException {
        Set<String> listed = new TreeSet<>(Files.readAllLines(ROOT.resolve(".ci/planted-secrets")));

        assertThat(planted()).hasSizeGreaterThan(5).isEqualTo(listed);
    }

    private static Set<String> planted() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/") || file.startsWith(ROOT.resolve("docs")))
                    .flatMap(file -> SECRET.matcher(read(file)).results())
                    .map(literal -> literal.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
