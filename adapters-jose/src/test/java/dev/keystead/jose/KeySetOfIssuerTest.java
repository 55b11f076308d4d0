package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.jose.testing.KeyServer;
import dev.keystead.jose.testing.KeyServer.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySetOfIssuerTest {
    private static final String KEYS = "{\"keys\":[]}";

    private final KeyServer server = KeyServer.with(KEYS);
    private final KeyPublication publication = publication(server.issuer());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesTheKeysThatTheDiscoveryDocumentNames() throws FetchException {
        assertThat(publication.fetch().content()).isEqualTo(KEYS.getBytes(UTF_8));
        assertThat(publication).hasToString(server.issuer() + "/.well-known/openid-configuration");
    }

    @Test
    void followsAnIssuerThatMovesItsKeys() throws FetchException {
        publication.fetch();

        discover(server.issuer(), server.issuer() + "/elsewhere/keys");
        publication.fetch();

        assertThat(server.discoveries()).isEqualTo(2);
        assertThat(server.fetches()).isEqualTo(1);
    }

    @Test
    void refusesTheDocumentOfAnotherIssuer() {
        discover(server.issuer() + "/", server.url());

        refuses("it is the discovery document of another issuer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://id.example.com/keys|its jwks_uri is refused: the URL must begin with https; plain http is for"
                        + " 127.0.0.1, [::1] and localhost alone",
                "https://ada:planted@id.example.com/|its jwks_uri is refused: the URL must have no user info",
                "/keys|its jwks_uri is refused: the URL must be absolute and name a host"
            })
    void refusesKeysInPlacesThatKeysMustNotBeFetchedFrom(String jwksUri, String reason) {
        discover(server.issuer(), jwksUri);

        refuses(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'issuer':'ISSUER'}|its member jwks_uri must be a string",
                "{'issuer':7,'jwks_uri':'https://id.example.com'}|its member issuer must be a string",
                "{'issuer':'ISSUER','issuer':'ISSUER'}|it must not have two members of one name",
                "[]|it must be a JSON object"
            },
            quoteCharacter = '"')
    void refusesWhatIsNoDiscoveryDocument(String document, String rule) {
        server.publishDiscovery(document.replace('\'', '"').replace("ISSUER", server.issuer()));

        assertThatThrownBy(publication::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("it is no discovery document: ")
                .hasMessageContaining(rule);
    }

    @Test
    void followsNoRedirectOfEither() {
        server.behave(Behaviour.REDIRECT);
        refuses("the answer has status 302");

        discover(server.issuer(), server.issuer() + "/nothing");
        server.behave(Behaviour.ANSWER);
        refuses("at the jwks_uri that it names, the answer has status 404");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com, https://id.example.com/.well-known/openid-configuration",
        "https://id.example.com/, https://id.example.com/.well-known/openid-configuration",
        "https://id.example.com/realms/a, https://id.example.com/realms/a/.well-known/openid-configuration",
        "http://127.0.0.1:8080/realms/a/, http://127.0.0.1:8080/realms/a/.well-known/openid-configuration"
    })
    void looksBelowTheIssuer(String issuer, String document) {
        assertThat(publication(issuer)).hasToString(document);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:example:issuer, the URL must be absolute and name a host",
        "http://id.example.com, the URL must begin with https",
        "https://id.example.com/?a=b, the URL of an issuer must have no query",
        "https://id.example.com/?, the URL of an issuer must have no query",
        "https://id.example.com/#a, the URL must have no fragment"
    })
    void refusesAnIssuerThatCannotBeAsked(String issuer, String expected) {
        assertThatThrownBy(() -> publication(issuer))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(expected);
    }

    private void discover(String issuer, String jwksUri) {
        server.publishDiscovery("{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\"}");
    }

    private void refuses(String reason) {
        assertThatThrownBy(publication::fetch)
                .isInstanceOf(FetchException.class)
                .hasMessage(reason);
    }

    private static KeyPublication publication(String issuer) {
        return new KeySetOfIssuer(issuer, new WebDocuments(WebDocuments.Limits.DEFAULT));
    }
}
