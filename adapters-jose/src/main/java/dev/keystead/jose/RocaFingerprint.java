package dev.keystead.jose;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Knows the RSA keys of the flawed generator of CVE-2017-15361, which can be factored: their modulus is a power of 65537 modulo every
 * small prime (Nemec et al., "The Return of Coppersmith's Attack", 2017, section 2.2). For any other key the chance is below
 * 2<sup>-27</sup>.
 */
final class RocaFingerprint {
    private static final int GENERATOR = 65537;
    private static final int LAST_PRIME = 167;

    private RocaFingerprint() {}

    static boolean of(BigInteger modulus) {
        return IntStream.rangeClosed(3, LAST_PRIME)
                .filter(candidate -> BigInteger.valueOf(candidate).isProbablePrime(100))
                .allMatch(prime -> isPowerOfGenerator(
                        modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
    }

    private static boolean isPowerOfGenerator(int residue, int prime) {
        int power = 1;
        do {
            if (power == residue) {
                return true;
            }
            power = power * (GENERATOR % prime) % prime;
        } while (power != 1);
        return false;
    }
}
