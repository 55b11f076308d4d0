package dev.keystead.app.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every claim of {@code docs/security-model.md} names tests that there are. */
class SecurityModelTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLAIM =
            Pattern.compile("^- \\*\\*(C-\\d\\d)\\*\\* \\S.*? Held by (.+)[.]$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("^- \\*\\*(C-\\d+)", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+)[.](\\w+)`");

    @Test
    void sayOfEveryClaimWhatHoldsIt() throws IOException {
        String page = page();

        assertThat(claims(page).keySet())
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(NUMBER.matcher(page)
                        .results()
                        .map(number -> number.group(1))
                        .toList());
    }

    @Test
    void nameTestsThatThereAre() throws IOException {
        Map<String, String> sources = sources();

        assertThat(claims(page()))
                .allSatisfy((claim, tests) -> assertThat(tests)
                        .as(claim)
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                                .as(test.group())
                                .containsPattern(methodOf(test))));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/security-model.md"));
    }

    private static Map<String, List<MatchResult>> claims(String page) {
        return CLAIM.matcher(page)
                .results()
                .collect(toMap(
                        claim -> claim.group(1),
                        claim -> TEST.matcher(claim.group(2)).results().toList(),
                        (one, other) -> {
                            throw new IllegalStateException("two claims of one number");
                        },
                        TreeMap::new));
    }

    private static Pattern methodOf(MatchResult test) {
        return Pattern.compile(
                "@(Test|ParameterizedTest|RepeatedTest|FuzzTest)\\b((?!\\n\\n).)*?\\bvoid " + test.group(2) + "\\(",
                Pattern.DOTALL);
    }

    /** What tests may stand in, by the name of the class; those of one name in several modules together. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(SecurityModelTest::isSource).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
        return sources;
    }

    private static boolean isSource(Path path) {
        return path.toString().matches(".*/src/(test|main)/java/.*(Test|Rules)[.]java");
    }
}
