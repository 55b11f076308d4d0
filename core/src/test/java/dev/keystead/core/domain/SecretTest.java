package dev.keystead.core.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String EXPECTED = "must be the client secret's value: 1 to 256 visible ASCII characters";

    @Test
    void acceptsEveryVisibleAsciiCharacter() {
        String all =
                IntStream.rangeClosed(0x21, 0x7E).mapToObj(Character::toString).collect(Collectors.joining());

        assertThat(Secret.of(all).reveal()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256})
    void acceptsUpTo256Characters(int length) {
        assertThat(Secret.of("s".repeat(length)).reveal()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " s", "s ", "s s", "s\n", "s\t", "\0", "s\u007F", "sé", "\u00A0", "😀", "\uD800"})
    void refusesWhatIsNotVisibleAscii(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Secret.of(text))
                .withMessage(EXPECTED);
    }

    @Test
    void refuses257Characters() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Secret.of("s".repeat(257)))
                .withMessage(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11111111-2222-3333-4444-555555555555", "ABCDEFab-2222-3333-4444-555555555555"})
    void refusesAGuidAsTheIdOfTheSecret(String guid) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Secret.of(guid))
                .withMessageContaining("it is the client secret's ID")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(guid));
    }

    @Test
    void refusesTheMask() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Secret.of("********"))
                .withMessageContaining("not the mask");
        assertThat(Secret.of("*********").reveal()).isEqualTo("*********");
        assertThat(Secret.of("*******").reveal()).isEqualTo("*******");
    }

    @Test
    void isEqualToTheSameValueOnly() {
        Secret secret = Secret.of("p8Q~one");

        assertThat(secret).isEqualTo(Secret.of("p8Q~one")).hasSameHashCodeAs(Secret.of("p8Q~one"));
        assertThat(secret).isNotEqualTo(Secret.of("p8Q~two")).isNotEqualTo("p8Q~one");
    }

    @Test
    void showsNothingOfItself() {
        assertThat(Secret.of("p8Q~one")).hasToString("********").hasSameHashCodeAs(Secret.of("another"));
        assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
    }

    @Test
    void showsNothingOfTheSealedValueButItsKeyId() {
        assertThat(new SealedSecret("kid-1", "sealed-value")).hasToString("SealedSecret[keyId=kid-1]");
        assertThat(MaskedSecret.MASKED).hasToString("********");
    }

    @Test
    void refusesASealedSecretWithoutKeyIdOrValue() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SealedSecret(" ", "v"));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new SealedSecret("k", ""));
    }

    @Test
    void readsTheMaskInAnUpdateAsNoChange() {
        assertThat(KeyChange.of("********")).isEqualTo(KeyChange.KEEP);
        assertThat(KeyChange.KEEP.replacement()).isEmpty();
        assertThat(KeyChange.of("p8Q~one")).isEqualTo(KeyChange.to(Secret.of("p8Q~one")));
    }
}
