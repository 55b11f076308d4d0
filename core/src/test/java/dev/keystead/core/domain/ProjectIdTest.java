package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectIdTest {
    private static final String LONGEST = "p" + "-".repeat(28) + "0";

    @ParameterizedTest
    @ValueSource(strings = {"abcdef", "a1-2-3", "my-project-123", "example.com:my-project", "Ex-1.CO.uk:abcdef"})
    void acceptsProjectIdsWithOrWithoutADomain(String id) {
        assertThat(new ProjectId(id)).hasToString(id);
    }

    @Test
    void acceptsSixToThirtyCharacters() {
        assertThat(new ProjectId(LONGEST).value()).hasSize(30);
        assertRefused("abcde");
        assertRefused("p" + LONGEST);
    }

    @Test
    void acceptsADomainOf253CharactersBeforeTheId() {
        String domain = ("d".repeat(63) + ".").repeat(3) + "d".repeat(61);

        assertThat(new ProjectId(domain + ":" + LONGEST).value()).hasSize(284);
        assertRefused(domain + "d:abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1abcdef",
                "-abcdef",
                "abcdef-",
                "Abcdef",
                "abc_def",
                "abc.def",
                "abcdéf",
                "abcdef\n",
                " abcdef",
                "example:my-project",
                ":my-project",
                "example.com:",
                "example.com:abcde",
                "example.com:1234567",
                "example..com:my-project",
                "a.b:c.d:my-project",
                "-x.com:my-project",
                "123456\n"
            })
    void refusesWhatIsNoProjectId(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "123456789012", "1234567890123456789012345678901234567890"})
    void asksForTheIdInsteadOfTheNumber(String number) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ProjectId(number))
                .withMessage("is a project number: give the project's id, such as my-project-123");
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as(text)
                .isThrownBy(() -> new ProjectId(text))
                .withMessage(
                        "must be a project id of 6 to 30 lower-case letters, digits and hyphens, such as my-project-123");
    }
}
