package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An issuer of tokens that signs whatever it is given, by the JDK alone, so that no library straightens what must stay crooked. */
public final class TokenSigner {
    private static final Map<String, Integer> CURVES = Map.of("P-256", 32, "P-384", 48, "P-521", 66);

    private final Map<String, KeyPair> keys = new LinkedHashMap<>();

    public TokenSigner() {
        keys.put("RSA", generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)));
        keys.put("P-256", generate("EC", new ECGenParameterSpec("secp256r1")));
        keys.put("P-384", generate("EC", new ECGenParameterSpec("secp384r1")));
        keys.put("P-521", generate("EC", new ECGenParameterSpec("secp521r1")));
    }

    /** A token as the issuer gives them. */
    String sign(Claims claims) {
        return sign("ES256", "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"P-256\"}", claims.json());
    }

    /** A token with this header and these claims, signed by the algorithm whatever the header says. */
    public String sign(String algorithm, String header, String claims) {
        return signParts(algorithm, encode(header.getBytes(UTF_8)), encode(claims.getBytes(UTF_8)));
    }

    /** A token of two parts that are already encoded, in whatever way. */
    String signParts(String algorithm, String header, String claims) {
        String input = header + "." + claims;
        return input + "." + encode(signature(algorithm, input.getBytes(US_ASCII)));
    }

    /** The public keys as a JWK Set. */
    String keySet() {
        return "{\"keys\":[" + keys.keySet().stream().map(this::publicKey).collect(Collectors.joining(",")) + "]}";
    }

    /** One public key as a JWK, its key id being the name: {@code RSA}, {@code P-256}, {@code P-384} or {@code P-521}. */
    String publicKey(String name) {
        String common = "\"kid\":\"" + name + "\",\"use\":\"sig\"";
        if (keys.get(name).getPublic() instanceof RSAPublicKey rsa) {
            return "{\"kty\":\"RSA\"," + common + ",\"n\":\"" + number(rsa.getModulus(), 256) + "\",\"e\":\"AQAB\"}";
        }
        ECPublicKey ec = (ECPublicKey) keys.get(name).getPublic();
        int length = CURVES.get(name);
        return "{\"kty\":\"EC\"," + common + ",\"crv\":\"" + name + "\",\"x\":\""
                + number(ec.getW().getAffineX(), length) + "\",\"y\":\""
                + number(ec.getW().getAffineY(), length) + "\"}";
    }

    /** Writes the public keys to the file, as a JWK Set. */
    public Path writeKeysTo(Path file) {
        try {
            return Files.writeString(file, keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String algorithm, byte[] input) {
        String bits = algorithm.substring(2);
        try {
            Signature signature;
            if (algorithm.startsWith("ES")) {
                String curve = bits.equals("512") ? "P-521" : "P-" + bits;
                signature = Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
                signature.initSign(keys.get(curve).getPrivate());
            } else if (algorithm.startsWith("PS")) {
                signature = Signature.getInstance("RSASSA-PSS");
                MGF1ParameterSpec mask = new MGF1ParameterSpec("SHA-" + bits);
                signature.setParameter(
                        new PSSParameterSpec("SHA-" + bits, "MGF1", mask, Integer.parseInt(bits) / 8, 1));
                signature.initSign(keys.get("RSA").getPrivate());
            } else {
                signature = Signature.getInstance("SHA" + bits + "withRSA");
                signature.initSign(keys.get("RSA").getPrivate());
            }
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate(String type, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(BigInteger value, int length) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - count, bytes, length - count, count);
        return encode(bytes);
    }
}
