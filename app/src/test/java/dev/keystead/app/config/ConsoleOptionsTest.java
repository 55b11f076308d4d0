package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystead.http.FixedDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people sign in. */
class ConsoleOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/realms/a, https://id.example.com",
        "https://id.example.com:8443, https://id.example.com:8443",
        "https://[FE80::1]:8443/, https://[FE80::1]:8443",
        "http://my_idp:8080/realms/a, http://my_idp:8080",
    })
    void findsTheOriginOfAnIssuer(String issuer, String origin) {
        assertThat(ConsoleOptions.originOf(issuer)).contains(origin);
        assertThatCode(() ->
                        FixedDocument.of("/console/", "text/html", new byte[0]).asking(origin))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"urn:example:issuer", "https:///a", "https://user@id.example.com", "https://a b", "ftp://id"})
    void findsNoneOfWhatIsNoPlaceOnTheWeb(String issuer) {
        assertThat(ConsoleOptions.originOf(issuer)).isEmpty();
    }
}
