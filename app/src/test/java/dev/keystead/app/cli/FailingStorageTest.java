package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger's storage does wrong once it is open, each command ends with code 1 and one line that says so. */
class FailingStorageTest {
    private static final String SERVE =
            "serve --http-port 0 --auth-issuer https://id.example.com --auth-audience keystead"
                    + " --auth-jwks FOLDER/keystead-dev/token-public-keys.json";

    @TempDir
    private Path folder;

    @TempDir
    private Path classes;

    private Trial trial;

    @BeforeEach
    void makeKeys() {
        trial = new Trial(folder)
                .variable("KEYSTEAD_SECRETS_KEYSET", folder.resolve("keys.json").toString());
        assertThat(trial.run(
                        "keys", "generate", "--out", folder.resolve("keys.json").toString()))
                .isZero();
        assertThat(trial.run("keys", "rotate")).isZero();
        assertThat(trial.run("export", "--storage-url", "memory:")).isZero();
        trial.input(trial.rawOutput());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                        Arguments.of("dev --http-port 0", "migrate"),
                        Arguments.of("dev --http-port 0", "countByKeyId"),
                        Arguments.of("dev --http-port 0", "repository"),
                        Arguments.of("dev --http-port 0", "maintenance"),
                        Arguments.of(SERVE, "migrate"),
                        Arguments.of("migrate", "migrate"),
                        Arguments.of("export", "migrate"),
                        Arguments.of("export", "organizations"),
                        Arguments.of("import", "maintenance"),
                        Arguments.of("reseal", "scan"),
                        Arguments.of("keys retire KID", "countByKeyId"),
                        Arguments.of("keys list --count", "countByKeyId"))
                .flatMap(call -> Stream.of(FailingProvider.How.values())
                        .map(how -> Arguments.of(call.get()[0], call.get()[1], how)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldInOneLineByEachCommand(String command, String method, FailingProvider.How how) throws IOException {
        String url = "failing:" + method + ":" + how;

        assertThat(run(command, url)).isEqualTo(1);

        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("keystead: storage " + url + ": its provider failed: " + how.told.getName())
                .doesNotContain("planted");
    }

    private int run(String command, String url) throws IOException {
        assertThat(trial.run("keys", "list")).isZero();
        String keyId = trial.output().get(1).split(" +", 3)[2];
        if (command.startsWith("dev")) {
            trial.without("KEYSTEAD_SECRETS_KEYSET"); // it has its own
        }
        if (command.equals(SERVE)) {
            assertThat(new Trial(folder).run("dev", "--http-port", "0", "--storage-url", "memory:"))
                    .isZero();
        }
        String complete = command.replace("KID", keyId).replace("FOLDER", folder.toString());
        String[] words = Stream.concat(List.of(complete.split(" ", -1)).stream(), Stream.of("--storage-url", url))
                .toArray(String[]::new);
        return new ForeignJar(classes).naming(FailingProvider.class.getName()).onTheClassPath(() -> trial.run(words));
    }
}
