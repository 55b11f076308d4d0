package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private Trial trial;

    @BeforeEach
    void tryCommands(@TempDir Path folder) {
        trial = new Trial(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dev ",
                "serve ",
                "migrate ",
                "export ",
                "import ",
                "token ",
                "keys ",
                "keys generate ",
                "keys rotate ",
                "keys activate ",
                "keys retire ",
                "keys list ",
                "reseal ",
                "completion "
            })
    void hasHelpAndVersionOnEveryCommand(String command) {
        assertThat(trial.run((command + "--help").split(" "))).isZero();
        assertThat(trial.output()).first().asString().startsWith(("Usage: keystead " + command).strip());

        assertThat(trial.run((command + "--version").split(" "))).isZero();
        assertThat(trial.output()).singleElement().asString().startsWith("keystead ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "keys"})
    void showsTheHelpWhereTheCommandIsMissing(String line) {
        assertThat(trial.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);

        assertThat(trial.output()).isEmpty();
        assertThat(trial.errors()).anyMatch(text -> text.startsWith("Usage: "));
    }

    @Test
    void suggestsACommand() {
        assertThat(trial.run("srve")).isEqualTo(2);

        assertThat(trial.errors()).contains("keystead: unknown command: did you mean serve?");
    }

    @Test
    void reportsMisuseAndConfigurationTogether() {
        trial.variable("KEYSTEAD_STORAGE_SYNC", "never");

        assertThat(trial.run("dev", "--http-prot", "80", "--http-port", "eighty"))
                .isEqualTo(2);

        assertThat(trial.errors())
                .containsExactlyInAnyOrder(
                        "keystead: unknown option --http-prot: did you mean --http-port?",
                        "keystead: --http-port must be a whole number from 0 to 65535",
                        "keystead: KEYSTEAD_STORAGE_SYNC must be commit or always");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--storage-password=hunter2", "--storage-password hunter2"})
    void refusesASecretAsAFlagAndDoesNotRepeatIt(String flag) {
        assertThat(trial.run(("dev " + flag).split(" "))).isEqualTo(2);

        assertThat(trial.errors())
                .singleElement()
                .asString()
                .startsWith("keystead: --storage-password is refused as a flag")
                .contains("--storage-password-file")
                .doesNotContain("hunter2");
    }

    @Test
    void refusesAFlagOfAnotherCommand() {
        assertThat(trial.run("dev", "--auth-issuer", "https://id.example.com")).isEqualTo(2);

        assertThat(trial.errors()).containsExactly("keystead: --auth-issuer is not an option of keystead dev");
    }

    @Test
    void refusesAFlagWithoutItsValue() {
        assertThat(trial.run("dev", "--http-port")).isEqualTo(2);

        assertThat(trial.errors()).singleElement().asString().contains("--http-port");
    }

    @Test
    void namesTheStoragesThatThereAre() {
        assertThat(trial.run("dev", "--storage-url", "mongo:somewhere")).isEqualTo(2);

        assertThat(trial.errors()).singleElement().asString().endsWith("there are jdbc:, memory:");
    }
}
