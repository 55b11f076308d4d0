package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.app.node.NodeTools;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A proxy before a server that answers with an error of its own where a request or an answer does not fit an OpenAPI document. */
final class PrismProxy implements AutoCloseable {
    /** What an answer has that does not fit, or whose request does not. */
    static final String ERRORS = "stoplight.io/prism/errors";

    private static final String READY = "Prism is listening";

    private final Process process;
    private final int port;

    private PrismProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that looks at requests and answers. */
    static PrismProxy start(Path folder, String document, int upstream) throws IOException, InterruptedException {
        return start(folder, document, upstream, true);
    }

    /** Starts one that lets all requests through and looks at the answers. */
    static PrismProxy ofAnswers(Path folder, String document, int upstream) throws IOException, InterruptedException {
        return start(folder, document, upstream, false);
    }

    private static PrismProxy start(Path folder, String document, int upstream, boolean requests)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), document);
        int port = freePort();
        List<String> command = List.of(
                "node",
                NodeTools.script("@stoplight/prism-cli/dist/index.js").toString(),
                "proxy",
                "--errors",
                "--validate-request=" + requests,
                "--port=" + port,
                file.toString(),
                "http://127.0.0.1:" + upstream);
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new PrismProxy(process, port);
    }

    /** Until it listens; what it says afterwards is read and dropped, so that it can go on. */
    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(READY)) {
                Thread drain = new Thread(() -> drop(output), "output of Prism");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IllegalStateException("Prism ended before it was ready: " + said);
    }

    private static void drop(Reader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException closedWithTheProcess) {
            return;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
