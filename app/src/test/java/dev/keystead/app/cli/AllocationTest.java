package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.keystead.app.wiring.Server;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many bytes the server's threads allocate for a request, so that no change makes it dearer unnoticed. A change that is worth its
 * price comes with the new measure. The build's tests run without C2, so that what is measured is what the code asks for, not what a
 * compiler leaves of it: with C2 it is an eighth less.
 */
class AllocationTest {
    private static final String BASE = "/v1/organizations/credentials/";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int ROUND = 300;
    private static final int ROUNDS = 30;
    private static final int LISTED = 20;
    private static final int HEADROOM = 15; // percent

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private String token;

    @Test
    void allocatesNoMoreThanItDid() throws IOException {
        new Trial(folder).run("dev", "--http-port", "0"); // makes the keys
        Trial trial = new Trial(folder);
        trial.run("token", "--sub", "ada", "--org", "acme=admin", "--org", "other=admin");
        token = trial.output().get(0);

        int code = new Trial(folder)
                .whileItRuns(this::measure)
                .run("dev", "--http-port", "0", "--storage-url", "jdbc:h2:mem:allocation");

        assertThat(code).isZero();
    }

    private void measure(Server running) {
        try (Connection server = new Connection(URI.create(running.address()).getPort())) {
            for (int i = 0; i < LISTED; i++) {
                server.ask(create("acme", i));
            }
            Matcher listed = ID.matcher(server.ask(list()));
            assertThat(listed.find()).isTrue();
            String id = listed.group(1);
            assertAllocates("list", 67_200, server, i -> list());
            assertAllocates("page of 1.7 MB", 67_800, server, i -> page());
            assertAllocates("update", 119_900, server, i -> update(id, i));
            assertAllocates("create", 121_700, server, i -> create("other", i));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In one of the rounds, for the first are dearer: they run code that is not compiled yet. */
    private static void assertAllocates(String what, long measured, Connection server, IntFunction<byte[]> request)
            throws IOException {
        long limit = measured * (100 + HEADROOM) / 100;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > limit; round++) {
            long before = allocated();
            for (int i = 0; i < ROUND; i++) {
                server.ask(request.apply(i));
            }
            least = Math.min(least, (allocated() - before) / ROUND);
        }
        assertThat(least).as("bytes for each " + what).isLessThanOrEqualTo(limit);
    }

    /** By all threads but the one that asks. */
    private static long allocated() {
        long own = Thread.currentThread().getId();
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            sum += id == own ? 0 : Math.max(0, THREADS.getThreadAllocatedBytes(id));
        }
        return sum;
    }

    private byte[] list() {
        return ("GET " + BASE + "list?org_id=acme&limit=" + LISTED + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    private byte[] page() {
        return "GET /api/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8);
    }

    private byte[] create(String org, int number) {
        return post(
                "create",
                "{\"org_id\":\"" + org + "\",\"type\":\"azure\",\"name\":\"Account " + number
                        + "\",\"specific\":{\"tenant\":\"contoso.com\",\"clientId\":\"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60\",\"key\":\"nothing\"},\"comments\":\"\"}");
    }

    private byte[] update(String id, int number) {
        return post(
                "update",
                "{\"org_id\":\"acme\",\"credential_id\":\"" + id + "\",\"data\":{\"comments\":\"number " + number
                        + "\"}}");
    }

    private byte[] post(String endpoint, String body) {
        return ("POST " + BASE + endpoint
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** One that is kept, as clients keep theirs. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream answers;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            answers = new BufferedInputStream(socket.getInputStream());
        }

        /** The body of the answer. */
        String ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            String head = upTo("\r\n\r\n");
            assertThat(head).startsWith("HTTP/1.1 200 ");
            Matcher length = LENGTH.matcher(head);
            return length.find()
                    ? new String(answers.readNBytes(Integer.parseInt(length.group(1))), UTF_8)
                    : upTo("\r\n0\r\n\r\n");
        }

        private String upTo(String end) throws IOException {
            StringBuilder read = new StringBuilder();
            while (read.indexOf(end, Math.max(0, read.length() - end.length())) < 0) {
                int next = answers.read();
                if (next < 0) {
                    throw new IOException("ended at " + read);
                }
                read.append((char) next);
            }
            return read.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
