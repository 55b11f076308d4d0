package dev.keystead.core.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.GcpServiceAccount;
import dev.keystead.core.domain.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell makes of the steps as they are: the command lines of the clouds are stand-ins that note their arguments. */
class PastedStepsTest {
    /** Notes the name and each argument, and prints the first three arguments where others would print an id. */
    private static final String STAND_IN = """
            #!/bin/sh
            { printf '%s' "$(basename "$0")"; printf ' [%s]' "$@"; echo; } >> "$CALLS"
            echo "$1-$2-$3"
            """;

    private static final Setup AWS =
            AwsSetup.describe(new AwsAccountId("210987654321"), new ExternalId("Kept0000Kept0000Kept0000Kept0000"));
    private static final Setup AZURE = AzureSetup.describe();
    private static final Setup GCP =
            GcpSetup.describe(new GcpServiceAccount("worker@platform-1.iam.gserviceaccount.com"), false);

    @TempDir
    Path folder;

    static List<Setup> setups() {
        return List.of(AWS, AZURE, GCP);
    }

    @BeforeEach
    void standInForTheCommandLines() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        for (String name : List.of("aws", "az", "gcloud")) {
            Path file = Files.writeString(folder.resolve("bin").resolve(name), STAND_IN);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void makesARoleInAws(String shell) {
        String printed = paste(shell, AWS);

        assertThat(calls())
                .containsExactly(
                        "aws [iam] [create-role] [--role-name] [Keystead]"
                                + " [--assume-role-policy-document] [file://trust-policy.json]",
                        "aws [iam] [put-role-policy] [--role-name] [Keystead] [--policy-name] [InventoryAndCost]"
                                + " [--policy-document] [file://permission-policy.json]",
                        "aws [iam] [get-role] [--role-name] [Keystead] [--query] [Role.Arn] [--output] [text]");
        assertThat(printed).endsWith("iam-get-role---role-name\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void registersAnApplicationInAzure(String shell) {
        String printed = paste(shell, AZURE);

        assertThat(calls())
                .containsExactly(
                        "az [account] [show] [--query] [id] [--output] [tsv]",
                        "az [ad] [app] [create] [--display-name] [Keystead] [--query] [appId] [--output] [tsv]",
                        "az [ad] [sp] [create] [--id] [ad-app-create] [--query] [id] [--output] [tsv]",
                        "az [role] [assignment] [create] [--assignee-object-id] [ad-sp-create]"
                                + " [--assignee-principal-type] [ServicePrincipal] [--role] [Reader]"
                                + " [--scope] [/subscriptions/account-show---query]",
                        "az [ad] [app] [credential] [reset] [--id] [ad-app-create] [--append]"
                                + " [--display-name] [Keystead] [--years] [1]");
        assertThat(printed).endsWith("ad-app-credential\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void letsAServiceAccountIntoAProject(String shell) {
        String printed = paste(shell, GCP);

        assertThat(calls())
                .containsExactly(
                        "gcloud [config] [get-value] [project]",
                        "gcloud [services] [enable] [cloudresourcemanager.googleapis.com]"
                                + " [cloudasset.googleapis.com] [--project=config-get-value-project]",
                        "gcloud [projects] [add-iam-policy-binding] [config-get-value-project]"
                                + " [--member=serviceAccount:worker@platform-1.iam.gserviceaccount.com]"
                                + " [--role=roles/viewer] [--condition=None]");
        assertThat(printed).endsWith("config-get-value-project\n");
    }

    /** An interactive zsh takes a comment for a command that it does not know: nothing in it may mean anything else to it. */
    @ParameterizedTest
    @MethodSource("setups")
    void hasNothingInItsCommentsThatAShellWouldRun(Setup setup) {
        List<String> comments = String.join("\n", setup.steps())
                .lines()
                .filter(line -> line.startsWith("#"))
                .toList();

        assertThat(comments).isNotEmpty().allSatisfy(line -> assertThat(line).matches("# [A-Za-z0-9 ,.:@/-]+"));
    }

    @ParameterizedTest
    @MethodSource("setups")
    void explainsEachStep(Setup setup) {
        assertThat(setup.steps())
                .hasSizeGreaterThan(3)
                .allSatisfy(step -> assertThat(step).startsWith("# "));
    }

    /** What the shell prints, errors included. */
    private String paste(String shell, Setup setup) {
        try {
            ProcessBuilder builder = new ProcessBuilder(shell, "-eu", "-c", String.join("\n", setup.steps()))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
            builder.environment().put("CALLS", folder.resolve("calls").toString());
            return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> calls() {
        try {
            return Files.readAllLines(folder.resolve("calls"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
