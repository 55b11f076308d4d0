package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/**
 * ECDSA signatures at the edges of what ECDSA allows: r and s are from 1 to n - 1, and each takes the width of the curve (RFC 7518, 3.4).
 * The JDK before 17.0.3 took r = s = 0 for everybody's signature of everything (CVE-2022-21449).
 */
final class EllipticCurveAttacks {
    private final Attacks attacks;
    private final String algorithm;
    private final ECKey key;
    private final String input;
    private final ECParameterSpec curve;
    private final int width;

    private EllipticCurveAttacks(Attacks attacks, String algorithm, ECKey key) {
        this.attacks = attacks;
        this.algorithm = algorithm;
        this.key = key;
        this.input = aToken().signedWith(algorithm, key).signingInput();
        this.curve = key.getCurve().toECParameterSpec();
        this.width = (curve.getCurve().getField().getFieldSize() + 7) / 8;
    }

    static void addTo(Attacks attacks) {
        new EllipticCurveAttacks(attacks, "ES256", TestKeys.P256).addAll();
        new EllipticCurveAttacks(attacks, "ES384", TestKeys.P384).addAll();
        new EllipticCurveAttacks(attacks, "ES512", TestKeys.P521).addAll();
    }

    private void addAll() {
        byte[] good = raw(algorithm, input);
        byte[] r = Arrays.copyOf(good, width);
        byte[] s = Arrays.copyOfRange(good, width, 2 * width);
        addNumbers(new BigInteger(1, r), new BigInteger(1, s));
        addLengths(good, r, s);
        byte[] der = RawSignature.by(hash(algorithm) + "withECDSA", key, input.getBytes(US_ASCII));
        add("in DER", der);
        add("in DER, filled up", Arrays.copyOf(der, 2 * width));
        for (String other : new String[] {"ES256", "ES384", "ES512"}) {
            if (!other.equals(algorithm)) {
                String said = aToken().signedWith(other, key).signingInput();
                attacks.add(
                        other + " said, under the curve of " + algorithm,
                        said + '.' + CompactForm.encode(raw(other, said)));
                add("by the hash of " + other, raw(other, input));
            }
        }
    }

    private void addNumbers(BigInteger r, BigInteger s) {
        BigInteger n = curve.getOrder();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger zero = BigInteger.ZERO;
        add("r = s = 0", zero, zero);
        add("r = 0", zero, s);
        add("s = 0", r, zero);
        add("r = n", n, s);
        add("s = n", r, n);
        add("r = s = n", n, n);
        add("r = n, s = 0", n, zero);
        add("r = p", p, s);
        add("r = s = 1", BigInteger.ONE, BigInteger.ONE);
        add("r = n - 1", n.subtract(BigInteger.ONE), s);
        add("r and s swapped", s, r);
        if (n.bitLength() < 8 * width) { // there is room for the same number modulo n
            add("r + n", r.add(n), s);
            add("s + n", r, s.add(n));
        }
    }

    private void addLengths(byte[] good, byte[] r, byte[] s) {
        byte[] zero = {0};
        add("r alone", r);
        add("a byte short", Arrays.copyOf(good, good.length - 1));
        add("a byte long", Der.concat(good, zero));
        add("a zero before it", Der.concat(zero, good));
        add("a zero before r and s", Der.concat(zero, r, zero, s));
        add("twice", Der.concat(good, good));
        add("one zero", zero);
        add("zeros of another curve", new byte[2 * width + 32]);
        add("ones", filled((byte) 0xFF));
    }

    /** The signature as a token has it, by the algorithm's hash whatever the curve. */
    private byte[] raw(String hashOf, String signingInput) {
        return RawSignature.by(hash(hashOf) + "withECDSAinP1363Format", key, signingInput.getBytes(US_ASCII));
    }

    private static String hash(String named) {
        return "SHA" + named.substring(2);
    }

    private byte[] fixed(BigInteger number) {
        byte[] bytes = Der.concat(new byte[width], number.toByteArray());
        return Arrays.copyOfRange(bytes, bytes.length - width, bytes.length);
    }

    private byte[] filled(byte value) {
        byte[] bytes = new byte[2 * width];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private void add(String name, BigInteger r, BigInteger s) {
        add(name, Der.concat(fixed(r), fixed(s)));
    }

    private void add(String name, byte[] signature) {
        attacks.add(algorithm + " with a signature: " + name, input + '.' + CompactForm.encode(signature));
    }
}
