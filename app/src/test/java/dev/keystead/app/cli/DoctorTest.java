package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.testing.KeyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String SECRET = "Not-a-real-secret_1";

    @TempDir
    private Path folder;

    private final KeySet keys = KeySet.generate();
    private Path keySet;
    private String url;
    private KeyServer issuer;
    private Trial trial;

    @BeforeEach
    void configureEverything() throws IOException {
        keySet = folder.resolve("keys.json");
        keys.writeTo(keySet);
        url = "jdbc:h2:file:" + folder.resolve("kept");
        Path publicKeys = folder.resolve("public.json");
        TokenIssuer.generate().writePublicKeysTo(publicKeys);
        issuer = KeyServer.with(Files.readString(publicKeys));
        trial = new Trial(folder)
                .variable("KEYSTEAD_STORAGE_URL", url)
                .variable("KEYSTEAD_AUTH_ISSUER", issuer.issuer())
                .variable("KEYSTEAD_AUTH_AUDIENCE", "keystead")
                .variable("KEYSTEAD_SECRETS_KEYSET", keySet.toString());
    }

    @AfterEach
    void stopTheIssuer() {
        issuer.close();
    }

    @Test
    void findsEverythingFine() {
        new SealedStorage(url).store(keys, SECRET);

        assertThat(trial.run("doctor")).isZero();

        assertThat(trial.errors()).isEmpty();
        assertThat(trial.output())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("ok     key set: " + keySet + ": "
                                        + keys.keyIds().get(0) + " seals, 1 key can open"),
                        line -> assertThat(line).isEqualTo("ok     storage: " + url + " answers"),
                        line -> assertThat(line).isEqualTo("ok     schema: up to date"),
                        line -> assertThat(line).isEqualTo("ok     stored secrets: all keys are there; opened 1 of 1"),
                        line -> assertThat(line)
                                .isEqualTo("ok     token keys: " + issuer.issuer()
                                        + "/.well-known/openid-configuration: 1 key"),
                        line -> assertThat(line).matches("ok     clock: \\d s ahead of the server of the token keys"));
    }

    @Test
    void saysWhatAStartWouldMigrateAndMigratesNothing() {
        for (int look = 0; look < 2; look++) {
            assertThat(trial.run("doctor")).isZero();
            assertThat(trial.output())
                    .contains("ok     schema: serve will bring it up to date: schema version 1: credentials history"
                            + " receipts, schema version 2: list from one index");
        }

        assertThat(trial.run("doctor", "--storage-migrate", "false")).isEqualTo(1);
        assertThat(trial.output()).anyMatch(line -> line.startsWith("WRONG  schema: run keystead migrate"));
    }

    @Test
    void namesTheKeyOfStoredSecretsThatIsMissing() {
        KeySet lost = KeySet.generate();
        new SealedStorage(url).store(lost, SECRET);

        assertThat(trial.run("doctor")).isEqualTo(1);

        assertThat(wrong())
                .containsExactly("WRONG  stored secrets: the key set lacks the key "
                        + lost.keyIds().get(0) + " of 1 of them");
    }

    @Test
    void namesASecretThatDoesNotOpenThoughItsKeyIsThere() throws IOException {
        CredentialId id = new SealedStorage(url).store(keys, SECRET);
        String sameId = Files.readString(keySet).replaceFirst("\"k\":\"[^\"]*\"", "\"k\":\"" + "A".repeat(43) + "\"");
        Files.writeString(keySet, sameId);

        assertThat(trial.run("doctor")).isEqualTo(1);

        assertThat(wrong())
                .containsExactly("WRONG  stored secrets: that of credential " + id
                        + " in acme does not open with the key " + keys.keyIds().get(0)
                        + ", which it names: it was altered, or another key has that id");
    }

    @Test
    void makesAllOtherChecksWhateverIsWrong() throws IOException {
        Files.writeString(keySet, "{}");
        issuer.down();

        int code = trial.variable("KEYSTEAD_STORAGE_URL", "jdbc:postgresql://127.0.0.1:1/keystead?password=planted")
                .run("doctor");

        assertThat(code).isEqualTo(1);
        assertThat(trial.output())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("WRONG  key set: " + keySet + " is not a key set: "),
                        line -> assertThat(line)
                                .startsWith("WRONG  storage: storage jdbc:postgresql://127.0.0.1:1/keystead")
                                .doesNotContain("planted"),
                        line -> assertThat(line)
                                .isEqualTo("WRONG  token keys: " + issuer.issuer()
                                        + "/.well-known/openid-configuration: there is no connection"),
                        line -> assertThat(line)
                                .startsWith("ok     clock: it is 20")
                                .endsWith("to compare it with"));
    }

    @Test
    void noticesAClockThatIsWrong() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-45));

        assertThat(trial.at(slow).run("doctor")).isEqualTo(1);

        assertThat(wrong())
                .singleElement()
                .asString()
                .matches("WRONG  clock: (4[0-5]|3\\d) s behind the server of the token keys:"
                        + " set it, for tokens are refused that are 60 s off");
    }

    @Test
    void refusesAConfigurationThatIsIncomplete() {
        assertThat(trial.without("KEYSTEAD_AUTH_AUDIENCE").run("doctor")).isEqualTo(2);

        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors()).singleElement().asString().startsWith("keystead: auth-audience is required");
    }

    private List<String> wrong() {
        return trial.output().stream().filter(line -> line.startsWith("WRONG")).toList();
    }
}
