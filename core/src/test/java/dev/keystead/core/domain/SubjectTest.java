package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "auth0|5f7c", "Zoë Müller", " padded ", "system:nightly", "😀"})
    void keepsTheSubjectAsGiven(String text) {
        assertThat(new Subject(text)).hasToString(text);
    }

    @Test
    void acceptsUpTo255Characters() {
        assertThat(new Subject("x".repeat(255)).value()).hasSize(255);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Subject("x".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00A0", "\u2003\u3000", "a\nb", "a\0", "\u0085a", "a\u007F", "\uD800", "a\uDC00"})
    void refusesBlanksControlCharactersAndUnpairedSurrogates(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Subject(text));
    }
}
