package dev.keystead.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attack by a certificate that nobody could read would be none. */
class CertificatesTest {

    @ParameterizedTest
    @MethodSource("keys")
    void makesCertificatesOfTheKey(AsymmetricJWK key) throws Exception {
        byte[] der = Certificates.selfSigned(key);

        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

        assertThat(certificate.getPublicKey()).isEqualTo(key.toPublicKey());
        assertThatCode(() -> certificate.verify(key.toPublicKey())).doesNotThrowAnyException();
    }

    static Stream<AsymmetricJWK> keys() {
        return Stream.of(TestKeys.RSA, TestKeys.P256);
    }
}
