package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to end while a request is on its way. */
class TerminationTest {
    private static final String BODY = "{\"org_id\":\"acme\",\"type\":\"gcp\",\"name\":\"late\","
            + "\"specific\":{\"project\":\"keystead-test\"}}";

    @TempDir
    private Path folder;

    @Test
    void finishesARequestWhoseBodyIsOnItsWayAndEnds() throws Exception {
        try (ServerProcess server = ServerProcess.dev(folder);
                Socket running = connect(server);
                Socket idle = connect(server)) {
            send(running, head(server) + BODY.substring(0, 10));
            Thread.sleep(500);

            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> terminate(server));
            Thread.sleep(3_000);
            send(running, BODY.substring(10));
            String answer = new String(running.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Connection: close", "Credential created");
            assertThat(code.get(15, TimeUnit.SECONDS)).isEqualTo(143);
            assertThat(idle.getInputStream().read()).isNegative();
        }
        try (ServerProcess again = ServerProcess.dev(folder)) {
            assertThat(new Api(again).names()).containsExactly("late");
        }
    }

    private static Socket connect(ServerProcess server) throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String head(ServerProcess server) {
        return "POST /v1/organizations/credentials/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + server.token() + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n";
    }

    private static int terminate(ServerProcess server) {
        try {
            return server.terminate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
