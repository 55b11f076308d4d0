package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start from classes that the JVM kept, as {@code docs/run.md} tells it. */
@Tag("thorough")
class SharedClassesTest {
    private static final String JAR = " -jar '" + System.getProperty("keystead.jar") + "' dev";

    @TempDir
    private Path folder;

    @Test
    void startsFromTheClassesThatWereKept() throws IOException, InterruptedException {
        try (ServerProcess first = ServerProcess.shell(folder, "java -XX:ArchiveClassesAtExit=keystead.jsa" + JAR)) {
            assertThat(first.terminate()).isIn(0, 143);
        }

        try (ServerProcess second = ServerProcess.shell(
                folder, "java -XX:SharedArchiveFile=keystead.jsa -Xlog:class+load:file=loaded.txt" + JAR)) {
            assertThat(second.terminate()).isIn(0, 143);
        }

        assertThat(Files.readString(folder.resolve("loaded.txt")))
                .contains("dev.keystead.app.Main source: shared objects file (top)")
                .contains("org.eclipse.jetty.server.Server source: shared objects file (top)");
    }
}
