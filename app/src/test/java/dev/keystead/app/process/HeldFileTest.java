package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file belongs to one process. */
class HeldFileTest {
    private static final String URL = "jdbc:h2:file:./keystead-dev/keystead";

    @TempDir
    private Path folder;

    @Test
    void isRefusedToEveryCommandWhileAServerHoldsIt() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            String id = new Api(server).create("kept");
            Files.writeString(folder.resolve("export.jsonl"), "");
            List<String[]> commands = List.of(
                    new String[] {"migrate"},
                    new String[] {"export", "--out", "stolen.jsonl"},
                    new String[] {"import", "--in", "export.jsonl", "--replace"},
                    new String[] {
                        "serve",
                        "--http-port=0",
                        "--auth-issuer=https://id.example.com",
                        "--auth-audience=keystead",
                        "--auth-jwks=keystead-dev/token-public-keys.json",
                        "--secrets-keyset=keystead-dev/keyset.json"
                    });

            for (String[] command : commands) {
                CommandProcess refused = CommandProcess.run(folder, withStorage(command));

                assertThat(refused.code()).isEqualTo(1);
                assertThat(refused.output()).isEmpty();
                assertThat(refused.errors())
                        .containsExactly("keystead: storage " + URL + ": the H2 file is in use by another process");
            }

            assertThat(folder.resolve("stolen.jsonl")).doesNotExist();
            assertThat(new Api(server).list()).containsExactly(id);
        }
    }

    @Test
    void leavesItsKeysToBeListed() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.dev(folder)) {
            assertThat(server.address()).isNotEmpty();
            CommandProcess list = onTheKeySet("keys", "list");
            CommandProcess count = onTheKeySet("keys", "list", "--count");
            CommandProcess reseal = onTheKeySet("reseal");

            assertThat(list.code()).isZero();
            assertThat(list.output()).singleElement().asString().startsWith("1  seals  ");
            assertThat(count.code()).isEqualTo(1);
            assertThat(count.output()).isEqualTo(list.output());
            assertThat(count.errors())
                    .containsExactly("keystead: storage " + URL + ": the H2 file is in use by another process");
            assertThat(reseal.code()).isEqualTo(1);
            assertThat(reseal.errors())
                    .containsExactly(
                            "keystead: storage " + URL + ": the H2 file is in use by another process; begin again"
                                    + " at any time (a server that holds the storage seals anew by itself)");
        }
    }

    private CommandProcess onTheKeySet(String... command) throws IOException, InterruptedException {
        String[] complete = Arrays.copyOf(command, command.length + 1);
        complete[command.length] = "--secrets-keyset=keystead-dev/keyset.json";
        return CommandProcess.run(folder, withStorage(complete));
    }

    private static String[] withStorage(String... command) {
        String[] complete = Arrays.copyOf(command, command.length + 1);
        complete[command.length] = "--storage-url=" + URL;
        return complete;
    }
}
