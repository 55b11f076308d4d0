package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds tokens, good by default, whose every part can be anything; members are given as JSON text. */
final class TokenBuilder {
    static final String ISSUER = "https://issuer.test";
    static final String AUDIENCE = "keystead";

    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, String> claims = new LinkedHashMap<>();
    private byte[] headerBytes = {};
    private byte[] payloadBytes = {};
    private JWK key = TestKeys.RSA;

    private TokenBuilder() {
        header("alg", "\"RS256\"");
        header("kid", "\"rsa-1\"");
        claim("iss", '"' + ISSUER + '"');
        claim("aud", '"' + AUDIENCE + '"');
        claim("sub", "\"alice\"");
        claim("exp", ManualClock.START.getEpochSecond() + 300);
    }

    static TokenBuilder aToken() {
        return new TokenBuilder();
    }

    TokenBuilder header(String name, String json) {
        header.put(name, json);
        return this;
    }

    TokenBuilder withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    TokenBuilder headerText(String json) {
        return headerBytes(json.getBytes(UTF_8));
    }

    TokenBuilder headerBytes(byte[] bytes) {
        headerBytes = bytes;
        return this;
    }

    TokenBuilder claim(String name, Object json) {
        claims.put(name, json.toString());
        return this;
    }

    TokenBuilder without(String claim) {
        claims.remove(claim);
        return this;
    }

    TokenBuilder payloadText(String json) {
        return payloadBytes(json.getBytes(UTF_8));
    }

    TokenBuilder payloadBytes(byte[] bytes) {
        payloadBytes = bytes;
        return this;
    }

    /** The key that signs, with the algorithm and, if it has an id, the id in the header. */
    TokenBuilder signedWith(String algorithm, JWK signer) {
        key = signer;
        header("alg", '"' + algorithm + '"');
        return header("kid", '"' + signer.getKeyID() + '"');
    }

    /** The key that signs, whatever the header says. */
    TokenBuilder forgedWith(JWK signer) {
        key = signer;
        return this;
    }

    String headerJson() {
        return json(header);
    }

    String payloadJson() {
        return json(claims);
    }

    /** Header and payload in base64url with the dot between them. */
    String signingInput() {
        byte[] first = headerBytes.length > 0 ? headerBytes : headerJson().getBytes(UTF_8);
        byte[] second = payloadBytes.length > 0 ? payloadBytes : payloadJson().getBytes(UTF_8);
        return CompactForm.encode(first) + '.' + CompactForm.encode(second);
    }

    String build() {
        return sign(signingInput());
    }

    /** Signs any text as the two first parts. */
    String sign(String signingInput) {
        return signingInput + '.' + CompactForm.encode(signature(signingInput));
    }

    /** The signature of any text as the two first parts. */
    byte[] signature(String signingInput) {
        String named = header.getOrDefault("alg", "").replace("\"", "");
        JWSAlgorithm algorithm = SignatureAlgorithm.named(named)
                .map(SignatureAlgorithm::nimbus)
                .orElse(key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256);
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            return signer.sign(new JWSHeader(algorithm), signingInput.getBytes(UTF_8))
                    .decode();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
