package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;

/** Every rule of {@code docs/http-api.md} has a test, and every test has a rule. */
class HttpRulesTest {
    private static final Set<Class<?>> OF_ALL_RULES =
            Set.of(HttpRulesTest.class, MountedServerTest.class, SecuredServerTest.class);
    private static final Path RULES = Path.of("..", "docs", "http-api.md");
    private static final Pattern RULE = Pattern.compile("^- \\*\\*(H-\\d+)\\*\\* \\S.*[.]$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("^(H-\\d+) ");

    @Test
    void numbersTheRulesWithoutGaps() throws IOException {
        List<String> numbers = rules();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj("H-%02d"::formatted)
                        .toList())
                .hasSizeGreaterThan(100);
    }

    @Test
    void findsATestOnEveryStorageForEveryRule() throws Exception {
        Set<String> tested = tests().filter(
                        test -> test.getDeclaringClass().isAnnotationPresent(ParameterizedClass.class))
                .map(HttpRulesTest::numberOf)
                .collect(Collectors.toSet());

        assertThat(tested).containsAll(rules());
    }

    @Test
    void findsARuleForEveryTest() throws Exception {
        Set<String> known = new TreeSet<>(rules());

        assertThat(tests())
                .allSatisfy(test -> assertThat(known).as(test.toString()).contains(numberOf(test)));
    }

    private static List<String> rules() throws IOException {
        return RULE.matcher(Files.readString(RULES))
                .results()
                .map((MatchResult rule) -> rule.group(1))
                .toList();
    }

    private static Stream<Method> tests() throws IOException, URISyntaxException {
        Path folder = Path.of(HttpRulesTest.class.getResource("").toURI());
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith("Test.class")).toList();
        }
        return files.stream()
                .map(file -> type(file.getFileName().toString()))
                .filter(type -> !OF_ALL_RULES.contains(type) && !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class));
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(HttpRulesTest.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String numberOf(Method test) {
        DisplayName name = test.getAnnotation(DisplayName.class);
        return NUMBER.matcher(name == null ? "" : name.value())
                .results()
                .map(number -> number.group(1))
                .findFirst()
                .orElse("none");
    }
}
