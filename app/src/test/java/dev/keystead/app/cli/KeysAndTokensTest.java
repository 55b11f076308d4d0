package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysAndTokensTest {
    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void tryCommands() {
        trial = new Trial(folder);
    }

    @Test
    void generatesAKeySetForItsOwnerAlone() throws IOException {
        assertThat(trial.run("keys", "generate")).isZero();

        Path file = folder.resolve("keystead-keyset.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(trial.output()).singleElement().asString().contains(file.toString());
    }

    @Test
    void overwritesNoKeySet() throws IOException {
        assertThat(trial.run("keys", "generate", "--out", "keys.json")).isZero();
        String first = Files.readString(folder.resolve("keys.json"));

        assertThat(trial.run("keys", "generate", "--out", "keys.json")).isEqualTo(1);

        assertThat(trial.errors()).singleElement().asString().contains("exists");
        assertThat(folder.resolve("keys.json")).hasContent(first);
    }

    @Test
    void mintsNoTokenWithoutADevelopmentKey() {
        assertThat(trial.run("token", "--sub", "me", "--org", "acme=admin")).isEqualTo(1);

        assertThat(trial.errors()).singleElement().asString().contains("no development signing key");
    }

    @Test
    void mintsATokenOnceThereIsADevelopmentKey() {
        trial.run("dev", "--http-port", "0");

        int code = trial.run("token", "--sub", "me", "--org", "acme=admin,agent", "--org", "globex=viewer");

        assertThat(code).isZero();
        assertThat(trial.output()).singleElement().asString().matches("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void saysWhatIsWrongWithATokensGrantsAndTime() {
        assertThat(trial.run("token", "--sub", "me", "--org", "acme=boss", "--org", "acme", "--ttl", "1y"))
                .isEqualTo(2);

        assertThat(trial.errors())
                .containsExactly(
                        "keystead: --org roles are owner, admin, planner, viewer, billing, agent",
                        "keystead: --org must be ORG=ROLE[,ROLE], such as acme=admin",
                        "keystead: --ttl must be a number and s, m, h or d, such as 1h");
    }

    @Test
    void namesWhatATokenMustHave() {
        assertThat(trial.run("token")).isEqualTo(2);

        assertThat(trial.errors()).singleElement().asString().contains("--sub").contains("--org");
    }
}
