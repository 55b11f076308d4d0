package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first minutes of a new user. */
class DevTest {
    @TempDir
    private Path folder;

    @Test
    void printsLinesThatWorkInAnyOrderAsTheyAre() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            List<String> lines = server.output().stream()
                    .filter(line -> line.startsWith("curl "))
                    .toList();
            List<String> backwards = new ArrayList<>(lines);
            Collections.reverse(backwards);

            assertThat(lines).hasSize(9);
            assertThat(backwards).allSatisfy(line -> assertThat(pasted(line)).startsWith("{\"status\":200,"));
            assertThat(lines).allSatisfy(line -> assertThat(pasted(line)).startsWith("{\"status\":200,"));
            assertThat(pasted(lines.get(0))).contains("az ad app create");
            assertThat(pasted(lines.get(7))).contains("\"key\":\"not-a-real-secret\"");
        }
    }

    @Test
    void saysThatItIsForDevelopmentAndEndsWithItsAddress() throws IOException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            List<String> output = server.output();

            assertThat(output.get(0)).contains("for development");
            assertThat(output.get(output.size() - 1))
                    .matches("Keystead ready on http://127\\.0\\.0\\.1:[1-9]\\d+"
                            + " \\(management http://127\\.0\\.0\\.1:[1-9]\\d+\\)");
        }
    }

    @Test
    void keepsItsKeysToTheOwner() throws IOException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            assertThat(server.output()).isNotEmpty();
            Path own = folder.resolve("keystead-dev");
            assertThat(permissions(own)).isEqualTo("rwx------");
            assertThat(permissions(own.resolve("keyset.json"))).isEqualTo("rw-------");
            assertThat(permissions(own.resolve("token-signing-key.json"))).isEqualTo("rw-------");
        }
    }

    @Test
    void endsInGoodOrderWhenItIsToldTo() throws IOException, InterruptedException {
        String id;
        try (ServerProcess server = ServerProcess.dev(folder)) {
            id = new Api(server).create("kept");
            assertThat(server.terminate()).isIn(0, 143);
        }

        try (ServerProcess again = ServerProcess.dev(folder)) {
            assertThat(new Api(again).list()).containsExactly(id);
        }
    }

    @Test
    void refusesAStorageThatAnotherServerHolds() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            Process second = ServerProcess.start(folder, "dev", "--http-port", "0");

            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(ServerProcess.errors(folder))
                    .singleElement()
                    .asString()
                    .contains("the H2 file is in use by another process");
            assertThat(new Api(server).list()).isEmpty();
        }
    }

    @Test
    void refusesAPortThatAnotherServerHas() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            String port = server.address().substring(server.address().lastIndexOf(':') + 1);
            Process second = ServerProcess.start(folder, "dev", "--storage-url", "memory:", "--http-port", port);

            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(ServerProcess.errors(folder))
                    .singleElement()
                    .asString()
                    .contains("cannot listen on 127.0.0.1:" + port);
        }
    }

    private static String pasted(String line) {
        try {
            Process bash = new ProcessBuilder("bash", "-c", line)
                    .redirectErrorStream(true)
                    .start();
            return new String(bash.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
