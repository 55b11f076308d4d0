package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/** RSA signatures of other lengths, numbers and paddings than RFC 7518 (3.3 and 3.5) has. */
final class RsaAttacks {
    private static final RSAKey KEY = TestKeys.RSA;
    private static final int WIDTH = 256;

    private final Attacks attacks;
    private final String algorithm;
    private final String input;

    private RsaAttacks(Attacks attacks, String algorithm) {
        this.attacks = attacks;
        this.algorithm = algorithm;
        this.input = aToken().signedWith(algorithm, KEY).signingInput();
    }

    static void addTo(Attacks attacks) {
        RsaAttacks pkcs1 = new RsaAttacks(attacks, "RS256");
        pkcs1.addNumbers();
        pkcs1.add("by SHA-1", RawSignature.by("SHA1withRSA", KEY, pkcs1.bytes()));
        pkcs1.add("by SHA-224", RawSignature.by("SHA224withRSA", KEY, pkcs1.bytes()));
        pkcs1.add("by MD5", RawSignature.by("MD5withRSA", KEY, pkcs1.bytes()));
        pkcs1.add(
                "of a hash without its name", RawSignature.by("NONEwithRSA", KEY, RawSignature.sha256(pkcs1.bytes())));
        pkcs1.add("of the text itself", RawSignature.by("NONEwithRSA", KEY, Arrays.copyOf(pkcs1.bytes(), 200)));
        RsaAttacks pss = new RsaAttacks(attacks, "PS256");
        pss.addNumbers();
        pss.add("without a salt", pss.salted("SHA-256", "SHA-256", 0));
        pss.add("with a short salt", pss.salted("SHA-256", "SHA-256", 20));
        pss.add("with the longest salt", pss.salted("SHA-256", "SHA-256", WIDTH - 32 - 2));
        pss.add("masked by SHA-1", pss.salted("SHA-256", "SHA-1", 32));
        pss.add("by SHA-1", pss.salted("SHA-1", "SHA-1", 20));
    }

    private void addNumbers() {
        BigInteger n = KEY.getModulus().decodeToBigInteger();
        byte[] zero = {0};
        byte[] ones = new byte[WIDTH];
        Arrays.fill(ones, (byte) 0xFF);
        byte[] good = aToken().signedWith(algorithm, KEY).signature(input);
        add("zeros", new byte[WIDTH]);
        add("ones", ones);
        add("a one and zeros", Arrays.copyOf(new byte[] {1}, WIDTH));
        add("the number one", lastBytes(BigInteger.ONE));
        add("n", lastBytes(n));
        add("n - 1", lastBytes(n.subtract(BigInteger.ONE)));
        add("its number plus n", new BigInteger(1, good).add(n).toByteArray());
        add("its number below n", lastBytes(n.subtract(new BigInteger(1, good))));
        add("a zero before it", Der.concat(zero, good));
        add("a zero behind it", Der.concat(good, zero));
        add("a byte short", Arrays.copyOf(good, WIDTH - 1));
        add("without its first byte", Arrays.copyOfRange(good, 1, WIDTH));
        add("twice", Der.concat(good, good));
        add("backwards", reversed(good));
        add("one zero", zero);
    }

    /** The number in the width of the key. */
    private static byte[] lastBytes(BigInteger number) {
        byte[] bytes = Der.concat(new byte[WIDTH], number.toByteArray());
        return Arrays.copyOfRange(bytes, bytes.length - WIDTH, bytes.length);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private byte[] salted(String hash, String mask, int saltLength) {
        return RawSignature.by(
                new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(mask), saltLength, 1), KEY, bytes());
    }

    private byte[] bytes() {
        return input.getBytes(US_ASCII);
    }

    private void add(String name, byte[] signature) {
        attacks.add(algorithm + " with a signature: " + name, input + '.' + CompactForm.encode(signature));
    }
}
