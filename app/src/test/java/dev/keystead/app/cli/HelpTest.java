package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the commands say of themselves, to people and to shells. */
class HelpTest {
    private static final String PROGRAM = "  keystead ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("commands")
    void showsExamplesThatTheParserTakes(String command) {
        Trial trial = new Trial(folder);
        trial.run((command + " --help").split(" "));
        List<String> examples = trial.output().stream()
                .dropWhile(line -> !line.equals("Examples:"))
                .skip(1)
                .map(line -> line.substring(PROGRAM.length()))
                .toList();

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example).startsWith(command))
                .allSatisfy(example -> assertThat(misuse(example)).isEmpty());
    }

    static Stream<String> commands() {
        return leaves(Commands.parser());
    }

    private static Stream<String> leaves(CommandLine command) {
        Collection<CommandLine> children = command.getSubcommands().values();
        return children.isEmpty()
                ? Stream.of(command.getCommandSpec().qualifiedName().replaceFirst("keystead ", ""))
                : children.stream().flatMap(HelpTest::leaves);
    }

    /** Of the part that is the program's, and not the shell's. */
    private static List<String> misuse(String example) {
        String[] arguments = example.replaceFirst(" [<>].*", "").split(" ");
        return Misuse.of(Commands.parser().parseArgs(arguments).asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keystead ser           | serve",
                "keystead keys ro       | rotate",
                "keystead serve --tls-c | --tls-certificate",
                "keystead token --tt    | --ttl"
            })
    void completesInBash(String line, String completed) throws IOException, InterruptedException {
        Trial trial = new Trial(folder);
        assertThat(trial.run("completion")).isZero();
        Path script = Files.write(folder.resolve("completion.bash"), trial.rawOutput());

        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source \"$0\"; COMP_WORDS=(" + line + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                                + " _complete_keystead 2> /dev/null; echo \"${COMPREPLY[@]}\"",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo(completed);
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void completesNothingForMisuse() {
        assertThat(new Trial(folder).run("completion", "--shell", "fish")).isEqualTo(2);
    }
}
