package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RocaFingerprintTest {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

    @Test
    void knowsPowersOfTheGenerator() {
        assertThat(RocaFingerprint.of(BigInteger.ONE)).isTrue();
        assertThat(RocaFingerprint.of(GENERATOR)).isTrue();
        assertThat(RocaFingerprint.of(GENERATOR.pow(123))).isTrue();
    }

    @Test
    void knowsThemByTheirResiduesAlone() {
        BigInteger primorial = BigInteger.ONE;
        for (int candidate = 3; candidate <= 167; candidate++) {
            BigInteger number = BigInteger.valueOf(candidate);
            primorial = number.isProbablePrime(100) ? primorial.multiply(number) : primorial;
        }

        assertThat(RocaFingerprint.of(GENERATOR.pow(5).add(primorial.shiftLeft(1800))))
                .isTrue();
        assertThat(RocaFingerprint.of(GENERATOR.pow(5).add(primorial.divide(BigInteger.valueOf(17)))))
                .isFalse();
    }

    @Test
    void passesOtherKeys() throws JOSEException {
        assertThat(RocaFingerprint.of(TestKeys.RSA.toRSAPublicKey().getModulus()))
                .isFalse();
        assertThat(RocaFingerprint.of(TestKeys.OTHER_RSA.toRSAPublicKey().getModulus()))
                .isFalse();
        assertThat(RocaFingerprint.of(BigInteger.TWO)).isFalse();
    }
}
