package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest extends TokenTest {

    private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"P-256\"}";

    @ParameterizedTest
    @DisplayName("H-07 the scheme is Bearer in upper or lower case")
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void acceptsTheSchemeInEitherCase(String scheme) {
        Client client = anonymous.with("Authorization", scheme + " " + SIGNER.sign(claims()));

        assertThat(client.get("/list?org_id=" + org).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-07 two Authorization headers are refused with 400")
    void refusesTwoAuthorizationHeaders() {
        String header = "Authorization: Bearer " + SIGNER.sign(claims());

        Reply reply = RawHttp.send(server.port(), RawHttp.request("GET", BASE + "/list?org_id=" + org, header, header));

        ProblemReply.invalid(reply).hasErrors("header Authorization: must be given once");
    }

    @ParameterizedTest
    @DisplayName("H-08 nine algorithms are accepted")
    @CsvSource({
        "RS256,RSA",
        "RS384,RSA",
        "RS512,RSA",
        "PS256,RSA",
        "PS384,RSA",
        "PS512,RSA",
        "ES256,P-256",
        "ES384,P-384",
        "ES512,P-521"
    })
    void acceptsNineAlgorithms(String algorithm, String kid) {
        String withKid = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}";
        String withoutKid = "{\"alg\":\"" + algorithm + "\"}";

        accepts(SIGNER.sign(algorithm, withKid, claims().json()));
        accepts(SIGNER.sign(algorithm, withoutKid, claims().json()));
    }

    @ParameterizedTest
    @DisplayName("H-09 none and every other algorithm are refused")
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "ES256K", "EdDSA", "Ed25519", "RS1", "es256", ""})
    void refusesOtherAlgorithms(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";
        String signed = SIGNER.sign("ES256", header, claims().json());

        refuses(signed);
        refuses(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @ParameterizedTest
    @DisplayName("H-09 an HMAC under a public key is refused")
    @CsvSource({"HS256,HmacSHA256", "HS384,HmacSHA384", "HS512,HmacSHA512"})
    void refusesHmacUnderAPublicKey(String algorithm, String mac) throws GeneralSecurityException {
        String input = TokenSigner.encode(("{\"alg\":\"" + algorithm + "\",\"kid\":\"RSA\"}").getBytes(UTF_8)) + "."
                + TokenSigner.encode(claims().json().getBytes(UTF_8));
        Mac hmac = Mac.getInstance(mac);
        hmac.init(new SecretKeySpec(SIGNER.publicKey("RSA").getBytes(UTF_8), mac));

        refuses(input + "." + TokenSigner.encode(hmac.doFinal(input.getBytes(UTF_8))));
    }

    @Test
    @DisplayName("H-10 encrypted tokens are refused")
    void refusesEncryptedTokens() {
        String header =
                TokenSigner.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"RSA\"}".getBytes(UTF_8));

        refuses(header + ".AAAA.AAAA.AAAA.AAAA");
        refuses(header + "..AAAA.AAAA.AAAA");
    }

    @ParameterizedTest
    @DisplayName("H-10 a crit header is refused")
    @ValueSource(strings = {"[\"exp\"]", "[\"b64\"]", "[]", "null", "\"exp\""})
    void refusesACritHeader(String crit) {
        refuses(SIGNER.sign(
                "ES256",
                "{\"alg\":\"ES256\",\"kid\":\"P-256\",\"exp\":1,\"b64\":true,\"crit\":" + crit + "}",
                claims().json()));
    }

    @Test
    @DisplayName("H-10 a key in the token is not followed")
    void refusesAKeyInTheToken() {
        TokenSigner stranger = new TokenSigner();
        String key = ",\"jwk\":" + stranger.publicKey("P-256");

        refuses(stranger.sign("ES256", "{\"alg\":\"ES256\",\"kid\":\"P-256\"" + key + "}", claims().json()));
        refuses(stranger.sign("ES256", "{\"alg\":\"ES256\"" + key + "}", claims().json()));
        refuses(stranger.sign(
                "ES256",
                "{\"alg\":\"ES256\",\"jku\":\"http://127.0.0.1:" + server.port() + "/jwks\"}",
                claims().json()));
        refuses(stranger.sign(
                "RS256", "{\"alg\":\"RS256\",\"x5u\":\"http://127.0.0.1:1/\",\"x5c\":[\"AAAA\"]}", claims().json()));
    }

    @ParameterizedTest
    @DisplayName("H-11 typ is JWT or at+jwt")
    @ValueSource(strings = {"\"JWT\"", "\"jwt\"", "\"at+jwt\"", "\"AT+JWT\""})
    void acceptsTheTypesOfJwt(String typ) {
        accepts(SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"typ\":" + typ + "}", claims().json()));
    }

    @ParameterizedTest
    @DisplayName("H-11 another typ, or a kid that is not a string, is refused")
    @ValueSource(
            strings = {
                "\"typ\":\"JWE\"",
                "\"typ\":\"dpop+jwt\"",
                "\"typ\":\"\"",
                "\"typ\":7",
                "\"typ\":null",
                "\"kid\":7",
                "\"kid\":null",
                "\"kid\":[\"P-256\"]"
            })
    void refusesOtherHeaders(String member) {
        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES256\"," + member + "}", claims().json()));
    }

    @Test
    @DisplayName("H-12 blanks, padding and other alphabets are refused")
    void refusesLenientBase64() {
        String token = SIGNER.sign(claims());
        int dot = token.indexOf('.');

        for (String part : new String[] {" ", "=", "+", "%", "\t", "-.", "!"}) {
            refuses(token.substring(0, dot) + part + token.substring(dot));
            refuses(token.substring(0, dot + 1) + part + token.substring(dot + 1));
        }
        refuses(token + "=");
        refuses(token + ".");
        refuses(token.substring(0, dot));
        refuses(token.substring(0, token.lastIndexOf('.')));
    }

    @Test
    @DisplayName("H-12 padding that was signed is refused too")
    void refusesSignedPadding() {
        String header = Base64.getUrlEncoder().encodeToString("{\"alg\":\"ES256\" }".getBytes(UTF_8));
        String claims = TokenSigner.encode(claims().json().getBytes(UTF_8));

        assertThat(header).endsWith("=");
        refuses(SIGNER.signParts("ES256", header, claims));
        accepts(SIGNER.signParts("ES256", header.replace("=", ""), claims));
    }

    @Test
    @DisplayName("H-12 members of header and claims are unique")
    void refusesDuplicateMembers() {
        String claims = claims().json();

        refuses(SIGNER.sign("ES256", "{\"alg\":\"ES256\",\"alg\":\"ES256\"}", claims));
        refuses(SIGNER.sign("ES256", HEADER, claims.replace("{\"iss\"", "{\"sub\":\"eve\",\"iss\"")));
        refuses(SIGNER.sign("ES256", HEADER, claims.replace("{\"iss\"", "{\"x\":{\"a\":1,\"a\":1},\"iss\"")));
    }

    @ParameterizedTest
    @DisplayName("H-12 header and claims are objects")
    @ValueSource(strings = {"", "[]", "null", "7", "\"x\"", "{", "{}{}", "{\"a\":1}x"})
    void refusesPartsThatAreNotObjects(String json) {
        refuses(SIGNER.sign("ES256", json, claims().json()));
        refuses(SIGNER.sign("ES256", HEADER, json));
    }
}
