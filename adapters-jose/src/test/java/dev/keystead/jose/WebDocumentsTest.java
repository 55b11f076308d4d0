package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.jose.testing.KeyServer;
import dev.keystead.jose.testing.KeyServer.Behaviour;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class WebDocumentsTest {
    private static final String DOCUMENT = "{\"keys\":[]}";
    private static final WebDocuments.Limits LIMITS =
            new WebDocuments.Limits(Duration.ofMillis(500), Duration.ofSeconds(1), 1_000_000);

    /** The first use of TLS takes its time. */
    private static final WebDocuments.Limits PATIENT =
            new WebDocuments.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000);

    private final KeyServer server = KeyServer.with(DOCUMENT);
    private final WebDocuments documents = new WebDocuments(LIMITS);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesADocument() throws FetchException {
        assertThat(documents.get(address()).content()).isEqualTo(DOCUMENT.getBytes(UTF_8));
    }

    @Test
    void tellsTheTimeByTheServersClock() throws FetchException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        assertThat(documents.get(address()).date())
                .hasValueSatisfying(date -> assertThat(date).isBetween(before, Instant.now()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HANG|there is no whole answer within 1000 ms",
                "DRIP|there is no whole answer within 1000 ms",
                "CUT|the connection failed: IOException",
                "FAIL_WITH_500|the answer has status 500",
                "REDIRECT|the answer has status 302",
                "HUGE|the answer is longer than 1000000 bytes"
            })
    void givesUpOnAServerThatDoesNotAnswerProperly(Behaviour behaviour, String reason) {
        server.behave(behaviour);
        Instant begin = Instant.now();

        assertThatThrownBy(() -> documents.get(address()))
                .isInstanceOf(FetchException.class)
                .hasMessage(reason);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"DRIP", "HUGE"})
    void cutsAnAnswerThatIsNotWanted(Behaviour behaviour) throws InterruptedException {
        server.behave(behaviour);

        assertThatThrownBy(() -> documents.get(address())).isInstanceOf(FetchException.class);

        assertThat(server.awaitAbandoned(10)).isTrue();
    }

    @Test
    void takesADocumentOfJustTheSize() throws FetchException {
        WebDocuments exact =
                new WebDocuments(new WebDocuments.Limits(LIMITS.connecting(), LIMITS.whole(), DOCUMENT.length()));
        WebDocuments tooSmall =
                new WebDocuments(new WebDocuments.Limits(LIMITS.connecting(), LIMITS.whole(), DOCUMENT.length() - 1));

        assertThat(exact.get(address()).content()).hasSize(DOCUMENT.length());
        assertThatThrownBy(() -> tooSmall.get(address())).hasMessage("the answer is longer than 10 bytes");
    }

    @Test
    void saysThatTheServerIsDown() {
        server.down();

        assertThatThrownBy(() -> documents.get(address())).hasMessage("there is no connection");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        KeyAddress nowhere = KeyAddress.of("https://no-such-host.invalid/keys");

        assertThatThrownBy(() -> documents.get(nowhere)).hasMessage("the host is unknown");
    }

    /** Now and then JDK 17 does not notice that a handshake has failed; then the time limit ends it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "http#the connection failed: .*",
                "https#TLS cannot be agreed on, or the certificate is not trusted|there is no whole answer within 5000 ms",
            })
    void repeatsNothingOfAnAnswerOfAnotherProtocol(String scheme, String reason) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> speak(listener)).start();
            KeyAddress address = KeyAddress.of(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/");

            assertThatThrownBy(() -> new WebDocuments(PATIENT).get(address))
                    .hasMessageMatching(reason)
                    .hasMessageNotContaining("planted");
        }
    }

    /** Answers what was asked: an answer that comes before its question is none, and would be waited for. */
    private static void speak(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write("planted, and neither HTTP nor TLS\r\n\r\n".getBytes(UTF_8));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the client has enough of it
        }
    }

    private KeyAddress address() {
        return KeyAddress.of(server.url());
    }
}
