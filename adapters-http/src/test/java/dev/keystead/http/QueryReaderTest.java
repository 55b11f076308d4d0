package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    @ParameterizedTest
    @CsvSource({"a=b,b", "a=b+c,b c", "a=%C3%A9,é", "a=,''", "a,''", "&&a=1&,1", "a=b=c,b=c", "%61=x,x"})
    void decodesOneParameter(String query, String value) {
        Violations violations = new Violations();
        QueryReader reader = QueryReader.of(query, violations);

        String read = reader.required("a");
        reader.end();

        assertThat(read).isEqualTo(value);
        violations.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%4", "a=%", "%=1", "a=%ff", "a=%C3", "a=%ED%A0%80", "a=é", "a=%C0%AF", "a=%٤1"})
    void refusesWhatIsNotPercentEncodedUtf8(String query) {
        assertThatThrownBy(() -> QueryReader.of(query, new Violations()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("percent-encoded");
    }

    @Test
    void notesMissingRepeatedAndUnknownParameters() {
        Violations violations = new Violations();
        QueryReader reader = QueryReader.of("b=1&b=2&lmit=3", violations);

        reader.required("a");
        reader.required("b");
        reader.optional("limit");
        reader.end();

        assertThat(violations.asException().problem().violations())
                .containsExactly(
                        new Problem.Violation(null, "a", null, "is required"),
                        new Problem.Violation(null, "b", null, "must be given once"),
                        new Problem.Violation(null, "lmit", null, "unknown parameter, did you mean \"limit\"?"));
    }
}
