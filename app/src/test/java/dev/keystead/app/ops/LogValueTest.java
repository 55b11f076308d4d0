package dev.keystead.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "/v1/organizations/credentials/list", "auth0|602c", "a@b.c", "%0d%0a", "a,b;c:d<e>"})
    void leavesWhatIsPlain(String value) {
        assertThat(LogValue.of(value)).isEqualTo(value);
    }

    @Test
    void leavesNothingButPrintableAsciiAsItIs() {
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            boolean plain = unit >= 0x21 && unit <= 0x7e && unit != '"' && unit != '=' && unit != '\\';
            String value = "a" + (char) unit;

            assertThat(LogValue.of(value).equals(value)).as("U+%04x", unit).isEqualTo(plain);
        }
    }

    @Test
    void quotesWhatCouldEndAValueOrALine() {
        assertThat(LogValue.of("a b")).isEqualTo("\"a b\"");
        assertThat(LogValue.of("a=b")).isEqualTo("\"a=b\"");
        assertThat(LogValue.of("a\" status=200")).isEqualTo("\"a\\\" status=200\"");
        assertThat(LogValue.of("a\\")).isEqualTo("\"a\\\\\"");
        assertThat(LogValue.of("a\r\nb")).isEqualTo("\"a\\u000d\\u000ab\"");
        assertThat(LogValue.of("\u001b[31m")).isEqualTo("\"\\u001b[31m\"");
        assertThat(LogValue.of("é\u2028")).isEqualTo("\"\\u00e9\\u2028\"");
        assertThat(LogValue.of("")).isEqualTo("\"\"");
    }
}
