package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokenTest {
    private static final String GOOD = aToken().build();
    private static final TokenVerifier VERIFIER =
            TestVerifiers.over(TestKeys.RSA, TestKeys.OTHER_RSA, TestKeys.P256, TestKeys.P384, TestKeys.P521);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"algorithms", "headers", "keys", "forms", "json", "lengths"})
    void refusesIt(String name, String token) {
        assertThatThrownBy(() -> VERIFIER.verify(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageStartingWith("the token is refused: ")
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("rsa-1", "ec-256", "alice", "eyJ")
                        .matches("[ !#-\\[\\]-~]+")); // what an error_description may hold (RFC 6750, 3)
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptsIt(String name, String token) {
        assertThat(VERIFIER.verify(token).subject()).isEqualTo(new Subject("alice"));
    }

    static Stream<Arguments> acceptsIt() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("the one that the others differ from", GOOD);
        for (String algorithm : List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")) {
            tokens.put(algorithm, aToken().signedWith(algorithm, TestKeys.RSA).build());
        }
        tokens.put("ES256", aToken().signedWith("ES256", TestKeys.P256).build());
        tokens.put("ES384", aToken().signedWith("ES384", TestKeys.P384).build());
        tokens.put("ES512", aToken().signedWith("ES512", TestKeys.P521).build());
        tokens.put("no kid", aToken().withoutHeader("kid").build());
        tokens.put(
                "no kid, the second key",
                aToken().withoutHeader("kid").forgedWith(TestKeys.OTHER_RSA).build());
        for (String type : List.of("JWT", "jwt", "Jwt", "at+jwt", "AT+JWT")) {
            tokens.put("typ " + type, aToken().header("typ", '"' + type + '"').build());
        }
        tokens.put(
                "keys of its own beside a good signature",
                aToken().header("jwk", TestKeys.OTHER_P256.toPublicJWK().toJSONString())
                        .header("jku", "\"https://keys.example/\"")
                        .header("x5u", "\"https://keys.example/\"")
                        .header("x5c", "[\"AAAA\"]")
                        .build());
        tokens.put(
                "blanks in the JSON",
                aToken().headerText("{ \"kid\" : \"rsa-1\" ,\n \"alg\": \"RS256\" }")
                        .build());
        tokens.put("a claim typ", aToken().claim("typ", "\"Bearer\"").build());
        tokens.put("exactly 8 KiB", ofLength(8192));
        return arguments(tokens);
    }

    static Stream<Arguments> algorithms() throws GeneralSecurityException, JOSEException {
        Map<String, String> tokens = new TreeMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String input = aToken().header("alg", '"' + none + '"').signingInput();
            tokens.put("alg '" + none + "' without signature", input + '.');
            tokens.put("alg '" + none + "' with a signature", aToken().sign(input));
        }
        byte[] der = TestKeys.RSA.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        Map<String, byte[]> secrets = Map.of(
                "DER", der,
                "PEM", pem.getBytes(UTF_8),
                "PEM and a line end", (pem + '\n').getBytes(UTF_8),
                "JWK", TestKeys.RSA.toPublicJWK().toJSONString().getBytes(UTF_8),
                "modulus", TestKeys.RSA.getModulus().decode(),
                "modulus as text", TestKeys.RSA.getModulus().toString().getBytes(UTF_8));
        for (String bits : List.of("256", "384", "512")) {
            for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
                String input = aToken().header("alg", "\"HS" + bits + '"').signingInput();
                tokens.put(
                        "HS" + bits + " under the public key as " + secret.getKey(),
                        input + '.' + hmac("HmacSHA" + bits, secret.getValue(), input));
            }
        }
        for (String other : List.of("EdDSA", "ES256K", "RS1", "rs256", "RS256 ", "ES521", "dir", "ML-DSA-65")) {
            tokens.put("alg " + other, aToken().header("alg", '"' + other + '"').build());
        }
        tokens.put("no alg", aToken().withoutHeader("alg").build());
        tokens.put("alg null", aToken().header("alg", "null").build());
        tokens.put("alg a number", aToken().header("alg", "256").build());
        tokens.put("alg an array", aToken().header("alg", "[\"RS256\"]").build());
        tokens.put("RS256 said, PS256 signed", swapAlgorithm("RS256", "PS256"));
        tokens.put("RS256 said, RS512 signed", swapAlgorithm("RS256", "RS512"));
        return arguments(tokens);
    }

    static Stream<Arguments> headers() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put(
                "crit", aToken().header("crit", "[\"exp\"]").header("exp", "1").build());
        tokens.put(
                "crit b64",
                aToken().header("crit", "[\"b64\"]").header("b64", "false").build());
        tokens.put("crit empty", aToken().header("crit", "[]").build());
        tokens.put("crit null", aToken().header("crit", "null").build());
        for (String type : List.of(
                "\"JOSE\"", "\"application/jwt\"", "\"dpop+jwt\"", "\"\"", "null", "7", "[\"JWT\"]", "\"JWT \"")) {
            tokens.put("typ " + type, aToken().header("typ", type).build());
        }
        for (String kid : List.of("7", "null", "[\"rsa-1\"]", "{}", "true")) {
            tokens.put("kid " + kid, aToken().header("kid", kid).build());
        }
        tokens.put(
                "two algs",
                aToken().headerText("{\"alg\":\"none\",\"kid\":\"rsa-1\",\"alg\":\"RS256\"}")
                        .build());
        tokens.put(
                "two kids",
                aToken().headerText("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"kid\":\"rsa-1\"}")
                        .build());
        tokens.put(
                "two members inside", aToken().header("x", "{\"a\":1,\"a\":1}").build());
        return arguments(tokens);
    }

    static Stream<Arguments> keys() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put(
                "an unknown key",
                aToken().forgedWith(TestKeys.OTHER_P256)
                        .signedWith("ES256", TestKeys.OTHER_P256)
                        .build());
        tokens.put(
                "another key than it names",
                aToken().forgedWith(TestKeys.OTHER_RSA).build());
        tokens.put(
                "the kid of a key of another type",
                aToken().header("kid", "\"ec-256\"").build());
        tokens.put(
                "an unknown kid beside a good signature",
                aToken().header("kid", "\"rsa-9\"").build());
        tokens.put("a kid in another case", aToken().header("kid", "\"RSA-1\"").build());
        tokens.put(
                "a kid that is a path",
                aToken().header("kid", "\"../../dev/null\"").build());
        tokens.put("an empty kid", aToken().header("kid", "\"\"").build());
        tokens.put(
                "the kid of a key on another curve",
                aToken().signedWith("ES384", TestKeys.P384)
                        .header("kid", "\"ec-256\"")
                        .build());
        tokens.put(
                "its own jwk",
                aToken().signedWith("ES256", TestKeys.OTHER_P256)
                        .header("jwk", TestKeys.OTHER_P256.toPublicJWK().toJSONString())
                        .build());
        tokens.put(
                "its own jwk and no kid",
                aToken().signedWith("ES256", TestKeys.OTHER_P256)
                        .withoutHeader("kid")
                        .header("jwk", TestKeys.OTHER_P256.toPublicJWK().toJSONString())
                        .build());
        tokens.put(
                "its own jwk under a known kid",
                aToken().signedWith("ES256", TestKeys.OTHER_P256)
                        .header("kid", "\"ec-256\"")
                        .header("jwk", TestKeys.OTHER_P256.toPublicJWK().toJSONString())
                        .build());
        return arguments(tokens);
    }

    static Stream<Arguments> forms() throws MalformedException {
        List<String> parts = CompactForm.split(GOOD, 3);
        List<String> other = CompactForm.split(aToken().claim("sub", "\"bob\"").build(), 3);
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("nothing", "");
        tokens.put("a blank", " ");
        tokens.put("dots", "..");
        tokens.put("four parts", GOOD + ".");
        tokens.put("two parts", parts.get(0) + '.' + parts.get(1));
        tokens.put("no signature", parts.get(0) + '.' + parts.get(1) + '.');
        tokens.put("no header", '.' + parts.get(1) + '.' + parts.get(2));
        tokens.put("no payload", parts.get(0) + ".." + parts.get(2));
        tokens.put("signature and payload swapped", parts.get(0) + '.' + parts.get(2) + '.' + parts.get(1));
        tokens.put("header and payload swapped", parts.get(1) + '.' + parts.get(0) + '.' + parts.get(2));
        tokens.put("the payload of another", parts.get(0) + '.' + other.get(1) + '.' + parts.get(2));
        tokens.put("the signature of another", parts.get(0) + '.' + parts.get(1) + '.' + other.get(2));
        tokens.put("the signature cut", GOOD.substring(0, GOOD.length() - 4));
        tokens.put("the signature longer", GOOD + "AAAA");
        tokens.put("a JWE", parts.get(0) + ".." + parts.get(1) + '.' + parts.get(1) + '.' + parts.get(2));
        tokens.put(
                "JSON serialisation",
                "{\"payload\":\"" + parts.get(1) + "\",\"protected\":\"" + parts.get(0) + "\",\"signature\":\""
                        + parts.get(2) + "\"}");
        tokens.put("the scheme", "Bearer " + GOOD);
        tokens.put("quotes", '"' + GOOD + '"');
        tokens.put(
                "an unsigned extra bit",
                GOOD.substring(0, GOOD.length() - 1) + (char) (GOOD.charAt(GOOD.length() - 1) + 1));
        for (String odd : List.of("=", "==", " ", "\n", "\r\n", "\t", "+", "/", "*", "\u0000", "é", "\uD800", "%41")) {
            tokens.put("'" + odd.replace("\n", "\\n").replace("\r", "\\r") + "' at the end", GOOD + odd);
            tokens.put("'" + odd.replace("\n", "\\n").replace("\r", "\\r") + "' at the beginning", odd + GOOD);
            tokens.put(
                    "'" + odd.replace("\n", "\\n").replace("\r", "\\r") + "' signed in the payload",
                    aToken().sign(aToken().signingInput() + odd));
        }
        tokens.put("padding signed in the header", aToken().sign(padded(parts.get(0)) + '.' + parts.get(1)));
        return arguments(tokens);
    }

    static Stream<Arguments> json() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("header no object", aToken().headerText("[\"RS256\"]").build());
        tokens.put("header no JSON", aToken().headerText("alg=RS256").build());
        tokens.put(
                "header invalid UTF-8",
                aToken().headerBytes(withByte("{\"alg\":\"RS256\",\"x\":\"?\"}", (byte) 0xFF))
                        .build());
        tokens.put(
                "header with a byte order mark",
                aToken().headerText("\uFEFF{\"alg\":\"RS256\"}").build());
        tokens.put(
                "header with more behind it",
                aToken().headerText("{\"alg\":\"RS256\"}{}").build());
        tokens.put("payload no object", aToken().payloadText("[]").build());
        tokens.put("payload a string", aToken().payloadText("\"x\"").build());
        tokens.put("payload no JSON", aToken().payloadText("x").build());
        tokens.put(
                "payload invalid UTF-8",
                aToken().payloadBytes(withByte(aToken().claim("x", "\"?\"").payloadJson(), (byte) 0xC0))
                        .build());
        tokens.put(
                "payload in UTF-16",
                aToken().payloadBytes(aToken().payloadJson().getBytes(UTF_16)).build());
        String claims = aToken().payloadJson();
        tokens.put(
                "two subs",
                aToken().payloadText(claims.replace("{", "{\"sub\":\"root\",")).build());
        tokens.put(
                "two members inside",
                aToken().claim("orgs", "{\"acme\":\"admin\",\"acme\":\"owner\"}")
                        .build());
        tokens.put(
                "deeper than 16",
                aToken().claim("x", "[".repeat(16) + "]".repeat(16)).build());
        tokens.put(
                "very deep",
                aToken().claim("x", "[".repeat(2500) + "]".repeat(2500)).build());
        tokens.put(
                "more behind the payload", aToken().payloadText(claims + claims).build());
        tokens.put("an unpaired surrogate", aToken().claim("sub", "\"\\ud800\"").build());
        tokens.put("a huge number", aToken().claim("x", "1e400").build());
        return arguments(tokens);
    }

    static Stream<Arguments> lengths() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("longer than 8 KiB", ofLength(8193));
        tokens.put("a megabyte", "A".repeat(1 << 20));
        tokens.put("a megabyte of dots", ".".repeat(1 << 20));
        return arguments(tokens);
    }

    /** A good token of this many characters; base64url has no text of some lengths, which two fillers get around. */
    private static String ofLength(int length) {
        for (int claim = length * 3 / 4 - 480; claim < length; claim++) {
            for (int header = 0; header < 3; header++) {
                String token = aToken().header("h", '"' + "h".repeat(header) + '"')
                        .claim("x", '"' + "x".repeat(claim) + '"')
                        .signingInput();
                if (token.length() + 1 + 342 == length) {
                    return aToken().sign(token);
                }
            }
        }
        throw new IllegalStateException("no token of this length");
    }

    private static String swapAlgorithm(String said, String signed) {
        String input = aToken().header("alg", '"' + said + '"').signingInput();
        return aToken().header("alg", '"' + signed + '"').sign(input);
    }

    private static String padded(String part) {
        return part + "=".repeat((4 - part.length() % 4) % 4 + (part.length() % 4 == 0 ? 4 : 0));
    }

    private static byte[] withByte(String text, byte b) {
        byte[] bytes = text.getBytes(UTF_8);
        bytes[text.indexOf('?')] = b;
        return bytes;
    }

    private static String hmac(String algorithm, byte[] secret, String input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, algorithm));
        return CompactForm.encode(mac.doFinal(input.getBytes(UTF_8)));
    }

    private static Stream<Arguments> arguments(Map<String, String> tokens) {
        List<Arguments> rows = new ArrayList<>();
        tokens.forEach((name, token) -> rows.add(Arguments.of(name, token)));
        return rows.stream();
    }
}
