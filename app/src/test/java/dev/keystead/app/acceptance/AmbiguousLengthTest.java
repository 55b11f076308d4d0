package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static dev.keystead.app.acceptance.TestServer.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that this server and a proxy before it could see end in different places, each with another request in tow. */
class AmbiguousLengthTest extends AcceptanceTest {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 \\d{3} ");

    @ParameterizedTest
    @DisplayName("H-134 of two lengths none is believed")
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 50\r\n",
                "Content-Length: 50\r\nContent-Length: 0\r\n",
                "Content-Length: 0\r\nContent-Length: 0\r\n",
                "Content-Length: 0, 0\r\n",
                "Content-Length: 0, 50\r\n",
                "Content-Length: 0\r\ncontent-length: 50\r\n",
            })
    void refusesTwoLengths(String headers) {
        assertIsRefused(headers, "");
    }

    @ParameterizedTest
    @DisplayName("H-134 a length and chunks exclude each other")
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
                "transfer-encoding: Chunked\r\nCONTENT-LENGTH: 5\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 5\r\n",
            })
    void refusesALengthAndChunks(String headers) {
        assertIsRefused(headers, "0\r\n\r\n");
    }

    @ParameterizedTest
    @DisplayName("H-134 a length that is no number is none")
    @ValueSource(strings = {"+5", "-5", "0x5", "5 5", "5;", "", "five", "99999999999999999999"})
    void refusesWhatIsNoLength(String length) {
        assertIsRefused("Content-Length: " + length + "\r\n", "{}   ");
    }

    @ParameterizedTest
    @DisplayName("H-134 other encodings than chunks are refused")
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: \r\n",
            })
    void refusesOtherEncodings(String headers) {
        assertIsRefused(headers, "0\r\n\r\n");
    }

    @Test
    @DisplayName("H-134 a client of HTTP/1.0 knows no chunks")
    void refusesChunksOfHttp10() {
        String answers = RawHttp.untilClosed(
                server.port(),
                head("Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n").replace("HTTP/1.1", "HTTP/1.0")
                        + "0\r\n\r\n" + another());

        assertThat(ANSWER.matcher(answers).results()).as(answers).hasSize(1);
        ProblemReply.invalid(RawHttp.parse(answers)).standsAlone();
    }

    @ParameterizedTest
    @DisplayName("H-134 a header that not everybody sees as one is refused")
    @ValueSource(
            strings = {
                "Content-Length : 0\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding\t: chunked\r\n",
                "X-A: b\r\n Content-Length: 5\r\n",
                "X-A: b\r\n\tTransfer-Encoding: chunked\r\n",
                " Content-Length: 5\r\n",
                "X-A: b\rTransfer-Encoding: chunked\r\n",
                "X-A: b\nTransfer-Encoding: chunked\r\n",
                "X-A: b\n\r\n",
                "X-A: b\0\r\n",
                "X-A\0: b\r\n",
                "Transfer-Encoding:\u000bchunked\r\n",
                "Content-Length\r\n",
                ": 5\r\n",
            })
    void refusesDisguisedHeaders(String headers) {
        assertIsRefused(headers, "0\r\n\r\n");
    }

    @ParameterizedTest
    @DisplayName("H-134 a chunk of malformed size ends the connection")
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2\r{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "2\r\n{}x\r\n0\r\n\r\n",
                "ffffffffffffffff2\r\n{}\r\n0\r\n\r\n",
            })
    void refusesMalformedChunks(String chunks) {
        assertIsRefused("Transfer-Encoding: chunked\r\n", chunks);
    }

    @Test
    @DisplayName("H-134 a request that is refused for another reason takes nothing else along")
    void refusesMalformedChunksBehindAnotherRefusal() {
        String answers = RawHttp.untilClosed(
                server.port(),
                "POST " + BASE + "/create HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + another());

        ProblemReply.of(RawHttp.parse(answers), 401, "unauthorized").standsAlone();
        assertThat(ANSWER.matcher(answers).results()).hasSize(1);
    }

    @Test
    @DisplayName("H-134 requests of plain length follow each other")
    void answersRequestsOfPlainLength() {
        String create = Bodies.aws(org, "one");
        String answers = RawHttp.untilClosed(
                server.port(),
                head("Content-Length: " + create.length() + "\r\n") + create
                        + head("Transfer-Encoding: chunked\r\n")
                        + Integer.toHexString(create.length()) + "\r\n" + create + "\r\n0\r\n\r\n" + another());

        assertThat(ANSWER.matcher(answers).results()).hasSize(3);
        assertThat(list().each("credentials", "name")).containsExactly("one", "one");
    }

    private void assertIsRefused(String headers, String body) {
        String answers = RawHttp.untilClosed(server.port(), head(headers) + body + another());

        assertThat(ANSWER.matcher(answers).results()).as(answers).hasSize(1);
        ProblemReply.invalid(RawHttp.parse(answers)).standsAlone();
        assertThat(list().each("credentials", "name")).isEmpty();
    }

    private String head(String headers) {
        return "POST " + BASE + "/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + authorization()
                + headers + "\r\n";
    }

    /** What must not be taken for a request of its own, where the first is refused. */
    private String another() {
        return "GET " + BASE + "/list?org_id=" + org + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization()
                + "\r\n";
    }

    private String authorization() {
        return "Authorization: Bearer " + SIGNER.sign(Claims.of("ada").in(org, "admin")) + "\r\n";
    }
}
