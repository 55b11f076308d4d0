package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import dev.keystead.http.TlsFiles;
import dev.keystead.http.testing.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of TLS. */
class TlsServerTest {
    @TempDir
    private static Path certificates;

    private static TestCertificate certificate;
    private static TestCertificate other;

    @TempDir
    private Path folder;

    private TlsFiles files;
    private Trial trial;

    @BeforeAll
    static void makeCertificates() {
        certificate = TestCertificate.make(certificates, "EC");
        other = TestCertificate.make(certificates, "EC");
    }

    @BeforeEach
    void configureEverything() throws IOException {
        files = certificate.writeTo(folder);
        new Trial(folder).run("dev", "--http-port", "0"); // makes the keys
        Path own = folder.resolve("keystead-dev");
        trial = new Trial(folder)
                .variable("KEYSTEAD_HTTP_PORT", "0")
                .variable("KEYSTEAD_STORAGE_URL", "memory:")
                .variable("KEYSTEAD_AUTH_ISSUER", "https://id.example.com")
                .variable("KEYSTEAD_AUTH_AUDIENCE", "keystead")
                .variable(
                        "KEYSTEAD_AUTH_JWKS",
                        own.resolve("token-public-keys.json").toString())
                .variable("KEYSTEAD_SECRETS_KEYSET", own.resolve("keyset.json").toString())
                .variable("KEYSTEAD_TLS_CERTIFICATE", files.certificate().toString())
                .variable("KEYSTEAD_TLS_PRIVATE_KEY", files.privateKey().toString());
    }

    @Test
    void servesOverTlsAndProbesWithout() {
        trial.whileItRuns(server -> {
            HttpResponse<String> answer = get(server.address() + "/v1/organizations/credentials/list");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(get(server.managementAddress().orElseThrow() + "/readyz").statusCode())
                    .isEqualTo(200);
        });

        assertThat(trial.run("serve")).isZero();

        assertThat(trial.output())
                .singleElement()
                .asString()
                .matches("Keystead ready on https://127\\.0\\.0\\.1:\\d+ \\(management http://127\\.0\\.0\\.1:\\d+\\)");
    }

    @Test
    void wantsBothFiles() {
        assertThat(trial.without("KEYSTEAD_TLS_PRIVATE_KEY").run("serve")).isEqualTo(2);

        assertThat(trial.errors()).containsExactly("keystead: KEYSTEAD_TLS_CERTIFICATE needs tls-private-key as well");
    }

    @Test
    void wantsBothFilesTheOtherWayRound() {
        assertThat(trial.without("KEYSTEAD_TLS_CERTIFICATE").run("serve")).isEqualTo(2);

        assertThat(trial.errors()).containsExactly("keystead: KEYSTEAD_TLS_PRIVATE_KEY needs tls-certificate as well");
    }

    @Test
    void namesAFileThatIsNotThere() throws IOException {
        Files.delete(files.certificate());

        assertThat(trial.run("serve")).isEqualTo(2);

        assertThat(trial.errors())
                .containsExactly("keystead: KEYSTEAD_TLS_CERTIFICATE: cannot read the file " + files.certificate());
    }

    @Test
    void saysInOneLineThatTheKeyIsNotThatOfTheCertificate() throws IOException {
        Files.writeString(files.privateKey(), other.keyPem());

        assertThat(trial.run("serve")).isEqualTo(2);

        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors())
                .containsExactly("keystead: tls-certificate, tls-private-key: " + files.privateKey()
                        + " is not the private key of the certificate in " + files.certificate());
    }

    @Test
    void warnsThatItsCertificateHasExpired() throws IOException {
        TestCertificate.makeExpired(folder).writeTo(folder);

        try (LogCapture log = new LogCapture()) {
            assertThat(trial.run("serve")).isZero();

            assertThat(log.events())
                    .anyMatch(
                            event -> event.startsWith("The certificate in " + files.certificate() + " expired at 20"));
        }
    }

    @Test
    void isNotForDevelopment() {
        assertThat(new Trial(folder).run("dev", "--tls-certificate", "any")).isEqualTo(2);
    }

    @Test
    void hasItsCertificateExaminedByTheDoctor() {
        trial.run("doctor");

        assertThat(trial.output())
                .anyMatch(line -> line.startsWith("ok     certificate: " + files.certificate() + ": expires 20"));
    }

    @Test
    void isToldByTheDoctorThatItsCertificateHasExpired() {
        trial.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(1_000))).run("doctor");

        assertThat(trial.output())
                .anyMatch(line -> line.startsWith("WRONG  certificate: " + files.certificate() + ": expired 20"));
    }

    @Test
    void isToldByTheDoctorThatItsFilesAreNoPair() throws IOException {
        Files.writeString(files.privateKey(), other.keyPem());

        assertThat(trial.run("doctor")).isEqualTo(1);

        assertThat(trial.output()).anyMatch(line -> line.contains("is not the private key of the certificate"));
    }

    private HttpResponse<String> get(String url) {
        try {
            return HttpClient.newBuilder()
                    .sslContext(certificate.trusting())
                    .build()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
