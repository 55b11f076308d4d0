package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Plants secrets in a real server over an H2 file, and looks for them wherever they must not be. */
class SecretLeaksTest {
    private static final String PLANTED = "Planted~Secret-4f1a9c77e2.xyz_Q";
    private static final String REPLACEMENT = "Replaced~Secret-0b8d5e31a6.uvw_Z";

    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void recordEverythingThatIsLogged() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopRecording() {
        root.setLevel(Level.INFO);
        root.detachAppender(log);
    }

    @Test
    void showsASecretToResolveAndToNothingElse() throws IOException {
        Trial trial = new Trial(folder);
        List<String> resolved = new ArrayList<>();
        List<String> others = new ArrayList<>();

        trial.whileItRuns(server -> {
            PlantingClient client = new PlantingClient(server.address(), token());
            others.addAll(client.plant(PLANTED, REPLACEMENT));
            resolved.add(client.resolve());
        });
        int code = trial.run("dev", "--http-port", "0");

        assertThat(code).isZero();
        assertThat(resolved).singleElement().asString().contains("\"key\":\"" + REPLACEMENT + "\"");
        assertThat(others).anyMatch(answer -> answer.contains("********"));
        assertHidden("the other answers", String.join("\n", others));
        assertThat(logged()).contains("schema version");
        assertHidden("the log", logged());
        assertHidden("the output", String.join("\n", trial.output()) + String.join("\n", trial.errors()));
        assertThat(stored()).contains("6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60");
        assertHidden("the storage", stored());
    }

    @Test
    void findsASecretInItsDisguises() {
        assertThat(Disguises.of("Planted~Secret"))
                .contains("Planted~Secret")
                .anyMatch("UGxhbnRlZH5TZWNyZXQ="::contains)
                .anyMatch("eFBsYW50ZWR-U2VjcmV0"::contains);
    }

    private static void assertHidden(String place, String text) {
        for (String secret : List.of(PLANTED, REPLACEMENT)) {
            assertThat(Disguises.of(secret))
                    .allSatisfy(disguise -> assertThat(text.contains(disguise))
                            .as("%s shows %s", place, disguise)
                            .isFalse());
        }
    }

    private String token() {
        Trial minting = new Trial(folder);
        minting.run("token", "--sub", "me", "--org", "acme=admin,agent");
        return minting.output().get(0);
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + event.getMDCPropertyMap()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    /** Every file of the development folder, byte by byte. */
    private String stored() throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("keystead-dev"))) {
            for (Path file : files.toList()) {
                bytes.append(Files.readString(file, ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}
