package dev.keystead.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String ROOT = "dev.keystead";
    private static final String BROKEN_ROOT = "broken.keystead";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);
    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN_ROOT);

    static Stream<Rule> rules() {
        return Stream.concat(Arrays.stream(LayerRule.values()), Arrays.stream(HygieneRule.values()));
    }

    static Stream<Arguments> libraries() {
        return Arrays.stream(HygieneRule.values())
                .flatMap(rule -> rule.libraries().stream().map(library -> Arguments.of(rule, library)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsTheRule(Rule rule) {
        rule.over(ROOT).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void seesWhatBreaksTheRule(Rule rule) {
        assertThat(reportOf(rule)).contains(BROKEN_ROOT + "." + rule.violator());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void seesEveryLibraryOutsideItsHome(Rule rule, String library) {
        assertThat(reportOf(rule)).contains("<" + library.replace("..", "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getenv(",
                "System.getProperty(",
                "System.out",
                "Throwable.printStackTrace(",
                "Boolean.getBoolean(",
                "Integer.getInteger(",
                "Long.getLong(",
                "Runtime.getRuntime(",
                "ProcessHandle.current(",
                "ProcessBuilder.<init>("
            })
    void seesEveryWayToLookAround(String access) {
        assertThat(reportOf(HygieneRule.ONLY_THE_APPLICATION_SEES_ENVIRONMENT_PROPERTIES_AND_STANDARD_STREAMS))
                .contains("<java.lang." + access);
    }

    @ParameterizedTest
    @CsvSource({
        "core.domain, 50",
        "core.usecase, 10",
        "core.spi, 15",
        "core.application, 15",
        "http, 30",
        "jdbc, 20",
        "inmemory, 3",
        "jose, 20",
        "tck, 5",
        "app.config, 12",
        "app.transfer, 12",
        "app.wiring, 5",
        "app.cli, 15"
    })
    void looksAtEveryModule(String layer, int atLeast) {
        assertThat(CLASSES.stream().filter(type -> (type.getPackageName() + ".").startsWith(ROOT + "." + layer + ".")))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void hasNoMockingLibrary() {
        assertThatThrownBy(() -> Class.forName("org.mockito.Mockito")).isInstanceOf(ClassNotFoundException.class);
    }

    private static String reportOf(Rule rule) {
        return rule.over(BROKEN_ROOT)
                .evaluate(BROKEN_CLASSES)
                .getFailureReport()
                .toString();
    }
}
