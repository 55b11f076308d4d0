package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.com/keys",
                "HTTPS://id.example.com:8443/keys?tenant=a",
                "https://[2001:db8::1]/keys",
                "http://127.0.0.1/keys",
                "http://127.0.0.1:65535/keys",
                "http://[::1]:8080/keys",
                "http://localhost:8080/keys",
                "HTTP://LocalHost/keys"
            })
    void takesHttpsAndPlainHttpOnTheLoopback(String url) {
        assertThat(KeyAddress.of(url).uri()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://id.example.com/keys|must begin with https",
                "http://127.0.0.1.example.com/keys|must begin with https",
                "http://127.0.0.2/keys|must begin with https",
                "http://2130706433/keys|must begin with https",
                "http://localhost.example.com/keys|must begin with https",
                "http://[::2]/keys|must begin with https",
                "ftp://127.0.0.1/keys|must begin with https",
                "file:///etc/keys|name a host",
                "https:keys|name a host",
                "https:///keys|name a host",
                "//id.example.com/keys|must begin with https",
                "id.example.com/keys|name a host",
                "urn:example:issuer|name a host",
                "https://under_score.example/keys|name a host",
                "https://ada:planted@id.example.com/keys|no user info",
                "https://@id.example.com/keys|no user info",
                "http://127.0.0.1@id.example.com/keys|no user info",
                "https://id.example.com/keys#1|no fragment",
                "https://id.example.com/keys#|no fragment",
                "https://id.example.com:65536/keys|1 to 65535",
                "https://id.example.com:0/keys|1 to 65535",
                "https://id.example.com/pla nted|malformed",
                "https://id.example.com/pla\\u000anted|malformed",
                "https://id.example.com:99999999999/|name a host"
            })
    void refusesWhatKeysMustNotBeFetchedFrom(String url, String expected) {
        assertThatThrownBy(() -> KeyAddress.of(url.replace("\\u000a", "\n")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("the ")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("planted");
    }

    @Test
    void isShownWithoutItsQuery() {
        String url = "https://id.example.com:8443/keys?key=planted";

        assertThat(KeyAddress.of(url)).hasToString("https://id.example.com:8443/keys");
        assertThat(TokenKeys.at(url)).hasToString("AtUrl[https://id.example.com:8443/keys]");
    }
}
