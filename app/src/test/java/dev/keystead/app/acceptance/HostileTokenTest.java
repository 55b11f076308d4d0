package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.logs.LogCapture;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.HostileToken;
import dev.keystead.jose.HostileTokens;
import dev.keystead.jose.KeyTrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of hostile tokens, over HTTP. No storage is asked about any of them, so one is enough. */
class HostileTokenTest {
    /** What the value of a header can be (RFC 9110, 5.5): no controls in it, no blanks around it. */
    private static final Predicate<String> FITS_A_HEADER = Pattern.compile(
                    "(?:[^\\p{Cntrl} ](?:[^\\p{Cntrl}\t]*[^\\p{Cntrl} ])?)?", Pattern.DOTALL)
            .asMatchPredicate();

    private static final Pattern CHALLENGE = Pattern.compile("Bearer realm=\"keystead\", error=\"invalid_token\","
            + " error_description=\"the token is refused: [^\"\\\\]+\"");
    private static final int HEADER_LIMIT = 16 * 1024;
    private static final List<HostileToken> TABLE = HostileTokens.all();

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path jwks = Files.writeString(folder.resolve("jwks.json"), HostileTokens.keySet());
        Clock clock = Clock.fixed(HostileTokens.NOW, ZoneOffset.UTC);
        server = TestServer.over(StorageKind.MEMORY.open(folder), TestServer.verifier(jwks, ClaimNames.DEFAULT, clock));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("H-62 the good token, which the hostile ones differ from, is not refused")
    void acceptsTheGoodToken() {
        assertThat(send(HostileTokens.good()).status()).isEqualTo(403); // it is believed, and grants nothing here
        assertThat(tokensThatFitAHeader()).hasSizeGreaterThan(900);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("H-62 a hostile token is refused with the challenge, and nothing of it is repeated or logged")
    @MethodSource("tokensThatFitAHeader")
    void refusesEveryHostileToken(HostileToken hostile) {
        try (LogCapture log = new LogCapture()) {
            isRefused(hostile);
            assertThat(log.events().toString()).doesNotContain(HostileTokens.UNSPEAKABLE);
        }
    }

    @Test
    @DisplayName("H-62 a key that a token points to is not fetched")
    void fetchesNothing() throws IOException {
        try (KeyTrap trap = new KeyTrap()) {
            List<HostileToken> pointers = HostileTokens.leadingTo(trap.address());

            assertThat(pointers).hasSizeGreaterThan(40);
            pointers.forEach(HostileTokenTest::isRefused);

            trap.address().toURL().openStream().close();
            assertThat(trap.visits()).as("visits, with the one of this test").isOne();
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("H-64 a token that no header can hold is refused with its request")
    @MethodSource("tokensWithNul")
    void refusesControlCharacters(HostileToken hostile) {
        Reply reply = send(hostile.token());

        ProblemReply.of(reply, 400, "invalid-request");
        assertThat(reply.body() + reply.headers()).doesNotContain(HostileTokens.UNSPEAKABLE);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("H-66 a token that is longer than all headers may be is refused with 431")
    @MethodSource("tokensThatAreTooLong")
    void refusesTokensThatAreTooLongForAnyRequest(HostileToken hostile) {
        ProblemReply.of(send(hostile.token()), 431, "headers-too-large");
    }

    static Stream<HostileToken> tokensThatFitAHeader() {
        return TABLE.stream()
                .filter(hostile -> FITS_A_HEADER.test(hostile.token()))
                .filter(hostile -> hostile.token().length() < HEADER_LIMIT - 1024);
    }

    static Stream<HostileToken> tokensWithNul() {
        return TABLE.stream().filter(hostile -> hostile.token().indexOf('\0') >= 0);
    }

    static Stream<HostileToken> tokensThatAreTooLong() {
        return TABLE.stream().filter(hostile -> hostile.token().length() > HEADER_LIMIT);
    }

    private static void isRefused(HostileToken hostile) {
        Reply reply = send(hostile.token());

        ProblemReply.of(reply, 401, "unauthorized").standsAlone();
        assertThat(reply.header("WWW-Authenticate")).matches(CHALLENGE);
        assertThat(reply.body() + reply.headers()).doesNotContain(HostileTokens.UNSPEAKABLE);
        assertThat(parts(hostile)).noneMatch(reply.body()::contains);
    }

    private static Reply send(String token) {
        String line = "Authorization: Bearer " + new String(token.getBytes(UTF_8), ISO_8859_1);
        return RawHttp.send(server.port(), RawHttp.request("GET", BASE + "/list?org_id=acme", line));
    }

    /** The parts of the token that are long enough to be told from the words of an answer. */
    private static List<String> parts(HostileToken hostile) {
        return Stream.of(hostile.token().split("\\."))
                .filter(part -> part.length() > 16)
                .toList();
    }
}
