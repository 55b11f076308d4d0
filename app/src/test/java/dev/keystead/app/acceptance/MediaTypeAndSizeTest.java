package dev.keystead.app.acceptance;

import static dev.keystead.app.acceptance.Client.BASE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeAndSizeTest extends AcceptanceTest {

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest
    @DisplayName("H-27 JSON in UTF-8 is accepted, with parameters")
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; version=1",
                "application/json; profile=\"a;charset=latin1\"",
                "application/json; profile=\"a\\\";charset=latin1\"",
                "application/json ; charset=\"u\\tf-8\"; CHARSET=utf-8",
                "application/json; xcharset=latin1",
                "application/json;"
            })
    void acceptsJson(String contentType) {
        Reply reply = admin.with("Content-Type", contentType)
                .send("POST", BASE + "/create", BodyPublishers.ofString(Bodies.aws(org, "one")));

        assertThat(reply.ok().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("H-27 other media types and charsets are 415")
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonx",
                "application/problem+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=\"iso\\-8859-1\"",
                "application/json; profile=\"a\"; charset=latin1",
                "application/json; profile=\"\\\"; charset=latin1",
                "application/json; charset=utf-8; charset=latin1",
                "application/json; charset=",
                "application/json, application/json",
                "application/json; charset",
                "json",
                "*/*"
            })
    void refusesOtherMediaTypes(String contentType) {
        Reply reply = admin.with("Content-Type", contentType)
                .send("POST", BASE + "/create", BodyPublishers.ofString(Bodies.aws(org, "one")));

        ProblemReply.of(reply, 415, "unsupported-media-type").standsAlone();
    }

    @Test
    @DisplayName("H-27 no media type is 415")
    void refusesNoMediaType() {
        Reply reply = admin.send("POST", BASE + "/create", BodyPublishers.ofString(Bodies.aws(org, "one")));

        ProblemReply.of(reply, 415, "unsupported-media-type").standsAlone();
    }

    @Test
    @DisplayName("H-27 two media types are 415, whichever comes first")
    void refusesTwoMediaTypes() {
        for (String[] types : new String[][] {{"application/json", "text/plain"}, {"text/plain", "application/json"}}) {
            Reply reply = admin.with("Content-Type", types[0])
                    .with("Content-Type", types[1])
                    .send("POST", BASE + "/create", BodyPublishers.ofString(Bodies.aws(org, "one")));

            ProblemReply.of(reply, 415, "unsupported-media-type").standsAlone();
        }
        assertThat(list().body()).isEqualTo("{\"status\":200,\"credentials\":[]}");
    }

    @ParameterizedTest
    @DisplayName("H-27 a body that is encoded is 415 with the encodings that are accepted")
    @ValueSource(strings = {"gzip", "GZIP", "br", "identity, gzip", "x"})
    void refusesEncodedBodies(String encoding) {
        Reply reply = send(admin.with("Content-Encoding", encoding));

        ProblemReply.of(reply, 415, "unsupported-media-type").standsAlone();
        assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
    }

    @ParameterizedTest
    @DisplayName("H-27 a body that is said not to be encoded is accepted")
    @ValueSource(strings = {"identity", "Identity", "", " , identity"})
    void acceptsBodiesThatAreNotEncoded(String encoding) {
        assertThat(send(admin.with("Content-Encoding", encoding)).ok().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("H-28 64 KiB are accepted and a byte more is 413")
    void limitsTheBody() {
        Reply fits = send(BodyPublishers.ofByteArray(padded(LIMIT)));
        Reply tooLarge = send(BodyPublishers.ofByteArray(padded(LIMIT + 1)));

        assertThat(fits.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential created\"}");
        ProblemReply.of(tooLarge, 413, "payload-too-large").standsAlone();
    }

    @Test
    @DisplayName("H-28 a declared length over 64 KiB is 413 before the body is sent")
    void refusesADeclaredLength() {
        String request = RawHttp.request(
                "POST",
                BASE + "/create",
                "Content-Type: application/json",
                "Authorization: Bearer "
                        + TestServer.SIGNER.sign(Claims.of("ada").in(org, "admin")),
                "Content-Length: " + (LIMIT + 1));

        ProblemReply.of(RawHttp.send(server.port(), request), 413, "payload-too-large")
                .standsAlone();
    }

    @Test
    @DisplayName("H-28 64 KiB are accepted and a byte more is 413, in chunks")
    void limitsTheChunkedBody() {
        Reply fits = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded(LIMIT))));
        Reply tooLarge = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded(LIMIT + 1))));

        assertThat(fits.ok().body()).isEqualTo("{\"status\":200,\"response\":\"Credential created\"}");
        ProblemReply.of(tooLarge, 413, "payload-too-large").standsAlone();
    }

    private Reply send(Client client) {
        return client.post("/create", Bodies.aws(org, "one"));
    }

    private Reply send(BodyPublisher body) {
        return admin.with("Content-Type", "application/json").send("POST", BASE + "/create", body);
    }

    private byte[] padded(int length) {
        String body = Bodies.aws(org, "one");
        return (body + " ".repeat(length - body.length())).getBytes(UTF_8);
    }
}
