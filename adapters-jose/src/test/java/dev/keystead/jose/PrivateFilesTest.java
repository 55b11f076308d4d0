package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void createsFileAndFoldersForTheOwnerAlone() throws IOException {
        Path file = folder.resolve("a/b/keys.json");

        PrivateFiles.create(file, CONTENT);

        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void leavesTheFolderThatIsThereAsItIs() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.create(folder.resolve("keys.json"), CONTENT);

        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void neverOverwrites() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "old");

        assertThatThrownBy(() -> PrivateFiles.create(file, CONTENT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " exists and is not overwritten");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("keys.json");
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        PrivateFiles.create(folder.resolve("keys.json"), CONTENT);
        PrivateFiles.replace(folder.resolve("keys.json"), CONTENT);

        assertThat(names()).containsExactly("keys.json");
    }

    @Test
    void replacesWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("jwks.json"), "old and longer than the new one");

        PrivateFiles.replace(file, CONTENT);

        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void failsWhereItCannotWrite() throws IOException {
        Path occupied = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> PrivateFiles.replace(occupied.resolve("jwks.json"), CONTENT))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> PrivateFiles.create(Path.of("/proc/keystead/keys.json"), CONTENT))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> PrivateFiles.create(Path.of("/"), CONTENT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("/ is not the name of a file");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
