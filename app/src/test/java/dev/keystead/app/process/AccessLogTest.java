package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a server, on its standard error. */
class AccessLogTest {
    private static final String LIST = "/v1/organizations/credentials/list";
    /** NEXT LINE, which ends a line for some, as UTF-8. */
    private static final String NEXT_LINE = "\u00c2\u0085";

    private static final String FORGED = "GET /a\"%0d%0a=\u001bb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    @Test
    void hasALineForEachRequest() throws Exception {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            String token = server.token();
            send(server, list(token));
            send(server, "GET " + LIST + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: two\r\nConnection: close\r\n\r\n");
            send(server, FORGED);

            List<String> lines = awaitLines(3);
            assertThat(lines)
                    .anyMatch(line -> line.matches("\\S+Z INFO  keystead\\.access - request_id=one method=GET path="
                            + LIST + " status=200 subject=dev organization=acme milliseconds=\\d+"))
                    .anyMatch(line -> line.matches("\\S+Z INFO  keystead\\.access - request_id=two method=GET path="
                            + LIST + " status=401 milliseconds=\\d+"))
                    .anyMatch(line -> line.contains(" status=400 "))
                    .noneMatch(line -> line.contains("\u001b"));
            assertThat(String.join("", lines)).doesNotContain(token.substring(token.length() - 20), "org_id");
        }
    }

    @Test
    void hasAJsonObjectForEachEventIfItIsToldTo() throws Exception {
        try (ServerProcess server = ServerProcess.dev(folder, "--log-format", "json")) {
            send(server, list(server.token()));
            send(server, FORGED);
            send(server, "GET /next" + NEXT_LINE + "x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            send(server, "GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            List<String> lines = awaitLines(4);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line).matches("[ -~]+").hasSizeLessThan(2_000));
            assertThat(lines.stream().map(JsonMapper.shared()::readTree))
                    .anyMatch(line -> line.get("path").stringValue().equals("/next\u0085x"));
            JsonNode request = JsonMapper.shared()
                    .readTree(lines.stream()
                            .filter(line -> line.contains("\"one\""))
                            .findFirst()
                            .orElseThrow());
            assertThat(request.propertyNames())
                    .containsExactlyInAnyOrder(
                            "time",
                            "level",
                            "logger",
                            "thread",
                            "message",
                            "request_id",
                            "method",
                            "path",
                            "status",
                            "subject",
                            "organization",
                            "milliseconds");
            assertThat(request.get("request_id").stringValue()).isEqualTo("one");
            assertThat(request.get("path").stringValue()).isEqualTo(LIST);
            assertThat(request.get("status").intValue()).isEqualTo(200);
            assertThat(request.get("time").stringValue()).endsWith("Z");
            assertThat(Files.readAllLines(folder.resolve("errors.txt")))
                    .allSatisfy(line -> assertThat(
                                    JsonMapper.shared().readTree(line).isObject())
                            .isTrue());
        }
    }

    private static String list(String token) {
        return "GET " + LIST + "?org_id=acme HTTP/1.1\r\nHost: x\r\nX-Request-Id: one\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\n\r\n";
    }

    private static void send(ServerProcess server, String request) throws IOException {
        int port = URI.create(server.address()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    /** A line is written after the answer, so that it may come late. */
    private List<String> awaitLines(int count) throws Exception {
        for (int i = 0; i < 500; i++) {
            List<String> lines = Files.readAllLines(folder.resolve("errors.txt")).stream()
                    .filter(line -> line.contains("keystead.access"))
                    .toList();
            if (lines.size() >= count) {
                return lines;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the log lacks lines: " + Files.readString(folder.resolve("errors.txt")));
    }
}
