package dev.keystead.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.app.node.NodeTools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Redocly's linter says of {@code docs/openapi.yaml}, by the rules that it recommends. */
@Tag("thorough")
class OpenApiLintTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("H-135 a linter has nothing to say about the document")
    void hasNothingToSay() throws Exception {
        assertThat(said(ApiDocument.text()))
                .contains("Your API description is valid")
                .doesNotContain("You have");
    }

    @Test
    @DisplayName("H-135 a linter tells of two operations of one name")
    void tellsOfTwoOperationsOfOneName() throws Exception {
        assertThat(said(ApiDocument.changed("operationId: updateCredential", "operationId: createCredential")))
                .contains("operation-operationId-unique");
    }

    private String said(String document) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), document);
        ProcessBuilder command = new ProcessBuilder(
                        "node", NodeTools.script("@redocly/cli/bin/cli.js").toString(), "lint", file.toString())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        command.environment().put("REDOCLY_TELEMETRY", "off");
        command.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process linter = command.start();
        String said = new String(linter.getInputStream().readAllBytes(), UTF_8);
        linter.waitFor();
        return said;
    }
}
