package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.http.testing.TestCertificate;
import dev.keystead.inmemory.InMemoryStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server over TLS, whose certificate changes while it runs. */
class TlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofMinutes(1), LIMIT, LIMIT, LIMIT, 64 * 1024, BETWEEN_LOOKS);

    @TempDir
    private static Path certificates;

    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    private Path directory;

    private HttpAdapter server;

    @BeforeAll
    static void makeCertificates() {
        first = TestCertificate.make(certificates, "EC");
        second = TestCertificate.make(certificates, "RSA");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2, TLSv1.3", "HTTP_2, TLSv1.2", "HTTP_1_1, TLSv1.3", "HTTP_1_1, TLSv1.2"})
    void speaksBothVersionsOfHttpOverBothOfTls(HttpClient.Version http, String tls) throws Exception {
        start(first.writeTo(directory));

        HttpResponse<String> answer = list(client(first, tls), http);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(http);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(tls);
    }

    @Test
    void speaksNoOlderVersion() throws Exception {
        start(first.writeTo(directory));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(helloOfTls11());

            byte[] answer = socket.getInputStream().readNBytes(7);
            assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(answer[6]).as("protocol_version").isEqualTo((byte) 70);
        }
    }

    /** A client that offers TLS 1.1 and nothing newer (RFC 4346, 7.4.1.2). */
    private static byte[] helloOfTls11() {
        byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 2 + 1 + 1];
        hello[0] = 22; // handshake
        hello[1] = 3;
        hello[2] = 2;
        hello[4] = (byte) (hello.length - 5);
        hello[5] = 1; // client hello
        hello[8] = (byte) (hello.length - 9);
        hello[9] = 3;
        hello[10] = 2;
        hello[45] = 2; // the length of the cipher suites
        hello[46] = (byte) 0xC0;
        hello[47] = 0x13; // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
        hello[48] = 1; // one way to compress: none
        return hello;
    }

    @Test
    void servesAClientThatCallsItByAnotherName() throws Exception {
        start(first.writeTo(directory));
        try (SSLSocket socket = (SSLSocket) first.trusting()
                .getSocketFactory()
                .createSocket(new Socket(InetAddress.getLoopbackAddress(), server.port()), "other.test", 0, true)) {
            assertServes(socket);
        }
    }

    @Test
    void readsACertificateWhoseLastLineDoesNotEnd() throws Exception {
        TlsFiles files = first.writeTo(directory);
        Files.writeString(files.certificate(), first.certificatePem().strip());

        start(files);

        assertThat(shown()).isSameAs(first);
    }

    @Test
    void readsAKeyOfTheOlderForm() throws Exception {
        TestCertificate rsa = TestCertificate.makeRsa(directory, 2048);
        TlsFiles files = rsa.writeTo(directory);
        Files.writeString(files.privateKey(), rsa.olderKeyPem());

        start(files);

        assertThatCode(() -> connect(rsa).close()).doesNotThrowAnyException();
    }

    @Test
    void takesANewCertificateWhileItRuns() throws Exception {
        start(first.writeTo(directory));
        HttpClient before = client(first, "TLSv1.3");
        list(before, HttpClient.Version.HTTP_2);

        second.writeTo(directory);
        awaitCertificate(second);

        assertThat(list(client(second, "TLSv1.3"), HttpClient.Version.HTTP_2).statusCode())
                .isEqualTo(200);
        assertThat(list(before, HttpClient.Version.HTTP_2).statusCode())
                .as("on the connection that was there before")
                .isEqualTo(200);
    }

    @Test
    void keepsItsCertificateUntilTheKeyOfTheNewOneIsThere() throws Exception {
        TlsFiles files = start(first.writeTo(directory));

        Files.writeString(files.certificate(), second.certificatePem());
        Thread.sleep(BETWEEN_LOOKS.multipliedBy(4).toMillis());
        assertThat(shown()).isSameAs(first);
        Files.writeString(files.privateKey(), second.keyPem());

        awaitCertificate(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"})
    void keepsItsCertificateWhenTheFileIsBroken(String content) throws Exception {
        TlsFiles files = start(first.writeTo(directory));

        Files.writeString(files.certificate(), content);
        Thread.sleep(BETWEEN_LOOKS.multipliedBy(4).toMillis());

        assertThat(shown()).isSameAs(first);
    }

    @Test
    void keepsItsCertificateWhenTheFilesAreGone() throws Exception {
        TlsFiles files = start(first.writeTo(directory));

        Files.delete(files.certificate());
        Files.delete(files.privateKey());
        Thread.sleep(BETWEEN_LOOKS.multipliedBy(4).toMillis());
        assertThat(shown()).isSameAs(first);
        second.writeTo(directory);

        awaitCertificate(second);
    }

    @Test
    void refusesToStartWithTheKeyOfAnotherCertificate() throws IOException {
        TlsFiles files = first.writeTo(directory);
        Files.writeString(
                files.privateKey(), TestCertificate.make(directory, "EC").keyPem());

        assertThatThrownBy(() -> start(files))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "%s is not the private key of the certificate in %s", files.privateKey(), files.certificate());
    }

    @Test
    void refusesToStartWithAKeyThatClientsRefuse() throws IOException {
        TlsFiles files = TestCertificate.makeRsa(directory, 1024).writeTo(directory);

        assertThatThrownBy(() -> start(files))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("%s has an RSA key of less than 2048 bits", files.certificate());
    }

    @Test
    void refusesToStartWithTheKeyOfAnotherKind() throws IOException {
        TlsFiles files = first.writeTo(directory);
        Files.writeString(files.privateKey(), second.keyPem());

        assertThatThrownBy(() -> start(files)).hasMessageContaining("is not the private key of the certificate");
    }

    @Test
    void refusesToStartWithoutAFile() throws IOException {
        TlsFiles files = first.writeTo(directory);
        Files.delete(files.privateKey());

        assertThatThrownBy(() -> start(files))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("%s cannot be read", files.privateKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PEM", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"})
    void refusesToStartWithAFileThatIsNoKey(String content) throws IOException {
        TlsFiles files = first.writeTo(directory);
        Files.writeString(files.privateKey(), content);

        assertIsNotPem(files);
    }

    @Test
    void refusesToStartWithoutACertificate() throws IOException {
        TlsFiles files = first.writeTo(directory);
        Files.writeString(files.certificate(), "");

        assertIsNotPem(files);
    }

    @Test
    void refusesToStartWithAKeyThatClientsHardlyKnow() throws IOException {
        assertIsNotPem(TestCertificate.make(directory, "Ed25519").writeTo(directory));
    }

    @Test
    void closesAConnectionOnWhichTlsDoesNotBegin() throws Exception {
        start(first.writeTo(directory));
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            trickle(socket.getOutputStream(), new byte[] {22, 3, 1, 1, 0, 1, 0, 0, (byte) 252, 3, 3});
            assertThat(socket.getInputStream().read()).isNegative();
        } catch (SocketException reset) {
            // closed while a byte was on its way
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(LIMIT, LIMIT.multipliedBy(10));
    }

    @Test
    void keepsAConnectionOnWhichTlsHasBegun() throws Exception {
        start(first.writeTo(directory));
        try (SSLSocket socket = connect(first)) {
            Thread.sleep(LIMIT.multipliedBy(2).toMillis());
            assertServes(socket);
        }
    }

    private static void assertServes(Socket socket) throws IOException {
        socket.getOutputStream().write(RawClient.head("GET", "nowhere").getBytes(ISO_8859_1));

        assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
                .isEqualTo("HTTP/1.1 404");
    }

    /** Until the server closes, or has had time enough. */
    private static void trickle(OutputStream to, byte[] beginning) throws IOException, InterruptedException {
        to.write(beginning);
        for (int i = 0; i < 200; i++) {
            to.write(0);
            Thread.sleep(50);
        }
    }

    private void assertIsNotPem(TlsFiles files) {
        assertThatThrownBy(() -> start(files))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("are not a certificate and its private key in PEM");
    }

    private TlsFiles start(TlsFiles files) {
        server = HttpAdapter.start(
                HttpConfig.loopback(0).with(files),
                TIMEOUTS,
                TestServer.useCases(new InMemoryStorage().repository()),
                TestServer.tokens(),
                Clock.systemUTC());
        return files;
    }

    private static HttpClient client(TestCertificate trusted, String tls) {
        return HttpClient.newBuilder()
                .sslContext(trusted.trusting())
                .sslParameters(new SSLParameters(null, new String[] {tls}))
                .build();
    }

    private HttpResponse<String> list(HttpClient client, HttpClient.Version version) throws Exception {
        URI uri = URI.create("https://127.0.0.1:" + server.port() + "/v1/organizations/credentials/list?org_id=acme");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(version)
                .header("Authorization", "Bearer acme")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private SSLSocket connect(TestCertificate trusted) throws IOException {
        SSLSocket socket = (SSLSocket)
                trusted.trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
        socket.startHandshake();
        return socket;
    }

    /** What a new connection is shown. */
    private TestCertificate shown() throws IOException {
        try {
            connect(first).close();
            return first;
        } catch (SSLHandshakeException another) {
            connect(second).close();
            return second;
        }
    }

    private void awaitCertificate(TestCertificate expected) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (shown() != expected) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
