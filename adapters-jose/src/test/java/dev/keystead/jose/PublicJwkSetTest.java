package dev.keystead.jose;

import static dev.keystead.jose.TestKeys.set;
import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.keystead.core.domain.InvalidValueException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicJwkSetTest {
    private static final String RSA = json(TestKeys.RSA);
    private static final String EC = json(TestKeys.P256);

    @Test
    void readsKeysOfBothTypes() throws MalformedException {
        PublicJwkSet set = parse(set(RSA, EC));

        assertThat(set.refused()).isEmpty();
        assertThat(set.keys().isEmpty()).isFalse();
        assertThat(set.keys().verify(SignedToken.parse(aToken().build()))).isTrue();
        assertThat(set.keys()
                        .verify(SignedToken.parse(
                                aToken().signedWith("ES256", TestKeys.P256).build())))
                .isTrue();
    }

    @Test
    void bindsAKeyToItsAlg() throws MalformedException {
        VerificationKeys bound = parse(set(with(RSA, "\"alg\":\"PS256\""))).keys();

        assertThat(bound.verify(SignedToken.parse(
                        aToken().signedWith("PS256", TestKeys.RSA).build())))
                .isTrue();
        assertThat(bound.verify(SignedToken.parse(aToken().build()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"use\":\"sig\"", "\"key_ops\":[\"verify\"]", "\"key_ops\":[\"sign\",\"verify\"]", "\"x\":7"})
    void acceptsKeysMeantForVerifying(String member) {
        assertThat(parse(set(with(RSA, member))).keys().isEmpty()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void refusesAndNames(String name, String jwk, String reason) {
        PublicJwkSet set = parse(set(EC, jwk));

        assertThat(set.refused()).containsExactly("key " + name + " is refused: " + reason);
    }

    static Stream<Arguments> refusesAndNames() throws NoSuchAlgorithmException {
        String use = "its use is not sig";
        String operations = "its key_ops do not include verify";
        String noPoint = "it is no point on its curve";
        return Stream.of(
                row("\"s\"", "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AAAA\"}", "it is symmetric"),
                row("\"s\"", "{\"kty\":\"oct\",\"kid\":\"s\",\"alg\":\"HS256\"}", "it is symmetric"),
                row("\"rsa-1\"", TestKeys.RSA.toJSONString(), "it is private"),
                row("\"ec-384\"", TestKeys.P384.toJSONString(), "it is private"),
                row("\"rsa-1\"", with(RSA, "\"alg\":\"RSA-OAEP\",\"d\":\"AAAA\""), "it is private"),
                row("\"o\"", "{\"kty\":\"OKP\",\"kid\":\"o\",\"d\":\"AAAA\"}", "it is private"),
                row("\"rsa-1\"", with(RSA, "\"k\":\"AAAA\""), "it is private"),
                row("\"rsa-1\"", with(RSA, "\"use\":\"enc\""), use),
                row("\"rsa-1\"", with(RSA, "\"use\":\"enc\",\"alg\":\"RS256\""), use),
                row("\"rsa-1\"", with(RSA, "\"use\":\"SIG\""), use),
                row("\"rsa-1\"", with(RSA, "\"use\":7"), "its member use must be a string"),
                row("\"rsa-1\"", with(RSA, "\"alg\":null"), "its member alg must be a string"),
                row("\"rsa-1\"", with(RSA, "\"key_ops\":[\"encrypt\"]"), operations),
                row("\"rsa-1\"", with(RSA, "\"key_ops\":[]"), operations),
                row("\"rsa-1\"", with(RSA, "\"key_ops\":\"verify\""), operations),
                row("\"short\"", json(weakKey()), "it has fewer than 2048 bits"),
                row("\"rsa-1\"", RSA.replace("\"e\":\"AQAB\"", "\"e\":\"AQ\""), "it is no RSA key"),
                row(
                        "\"rsa-1\"",
                        RSA.replace("\"e\":\"AQAB\"", "\"e\":\"AQAB=\""),
                        "it must be base64url without padding"),
                row("\"rsa-1\"", RSA.replace("\"e\":\"AQAB\"", "\"e\":\"\""), "it is no RSA key"),
                row("\"rsa-1\"", RSA.replace("\"e\":\"AQAB\"", "\"f\":\"AQAB\""), "its member e must be a string"),
                row("\"ec-384\"", json(TestKeys.P384).replace("P-384", "P-521"), noPoint),
                row(
                        "\"ec-384\"",
                        json(TestKeys.P384).replace(TestKeys.P384.getX().toString(), "AAAA"),
                        noPoint),
                row(
                        "\"ec-384\"",
                        json(TestKeys.P384).replace(TestKeys.P384.getX().toString(), ""),
                        noPoint),
                row(
                        "\"ec-384\"",
                        json(TestKeys.P384)
                                .replace(
                                        TestKeys.P384.getY().toString(),
                                        TestKeys.P384.getX().toString()),
                        noPoint),
                row("2", "7", "it is not a JSON object"),
                row("2", "null", "it is not a JSON object"),
                row("2", "{\"kty\":\"RSA\"}", "its member n must be a string"),
                row("2", "{}", "its member kty must be a string"),
                row("2", "{\"kty\":\"EC\",\"kid\":7}", "its member kid must be a string"),
                row("\"a?b?c\"", "{\"kid\":\"a\\nb\\u2028c\"}", "its member kty must be a string"));
    }

    @Test
    void refusesEveryKeyThatSharesAKid() {
        String same = json(TestKeys.OTHER_RSA).replace("rsa-2", "rsa-1");

        assertThat(parse(set(RSA, EC, same)).refused())
                .containsExactly(
                        "key \"rsa-1\" is refused: it shares its kid with another",
                        "key \"rsa-1\" is refused: it shares its kid with another");
    }

    @Test
    void acceptsKeysWithoutKid() throws MalformedException {
        String first = RSA.replace("\"kid\":\"rsa-1\",", "");
        String second = EC.replace("\"kid\":\"ec-256\",", "");
        VerificationKeys keys = parse(set(first, second)).keys();

        assertThat(keys.verify(SignedToken.parse(aToken().withoutHeader("kid").build())))
                .isTrue();
        assertThat(keys.verify(SignedToken.parse(aToken().build()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"OKP\",\"kid\":\"x\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"use\":\"sig\"}",
                "{\"kty\":\"EC\",\"kid\":\"x\",\"crv\":\"secp256k1\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"kid\":\"x\",\"crv\":\"P-256\",\"alg\":\"ECDH-ES\",\"use\":\"enc\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"kid\":\"x\",\"crv\":\"P-256\",\"alg\":\"ES384\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"x\",\"alg\":\"RSA-OAEP\",\"use\":\"enc\",\"n\":\"AAAA\",\"e\":\"AQAB\"}",
                "{\"kty\":\"AKP\",\"kid\":\"x\"}"
            })
    void setsAsideWhatNoTokenCouldUse(String jwk) {
        PublicJwkSet set = parse(set(jwk));

        assertThat(set.refused()).isEmpty();
        assertThat(set.keys().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":null}",
                "{\"keys\":[],\"keys\":[]}",
                "{\"kty\":\"RSA\"}"
            })
    void refusesWhatIsNoJwkSet(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void acceptsExactly2048Bits() throws JOSEException {
        assertThat(TestKeys.RSA.toRSAPublicKey().getModulus().bitLength()).isEqualTo(2048);
        assertThat(parse(set(RSA)).refused()).isEqualTo(List.of());
    }

    private static Arguments row(String name, String jwk, String reason) {
        return Arguments.of(name, jwk, reason);
    }

    private static String json(JWK key) {
        return key.toPublicJWK().toJSONString();
    }

    private static String with(String jwk, String members) {
        return jwk.replaceFirst("\\{", "{" + members + ",");
    }

    private static JWK weakKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2047);
        return new RSAKey.Builder((RSAPublicKey) generator.generateKeyPair().getPublic())
                .keyID("short")
                .build();
    }

    private static PublicJwkSet parse(String json) {
        return PublicJwkSet.parse(json.getBytes(UTF_8));
    }
}
