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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFileChangeTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("keys.json"), "some");
        setPermissions("rw-------");
    }

    @Test
    void changesTheContentAndReturnsIt() {
        byte[] changed = PrivateFileChange.apply(file, PrivateFileChangeTest::append);

        assertThat(text(changed)).isEqualTo("some and more");
        assertThat(file).hasContent("some and more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "r--r-----", "r--------", "rw-rw----"})
    void keepsTheModeOfTheFile(String permissions) throws IOException {
        setPermissions(permissions);

        PrivateFileChange.apply(file, PrivateFileChangeTest::append);

        assertThat(permissions(file)).isEqualTo(permissions);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(Files.getAttribute(folder, "unix:uid"));
    }

    @Test
    void isItsOwnersAloneFromTheMomentItExists() throws IOException {
        setPermissions("rw-rw----");
        List<String> seen = new ArrayList<>();

        PrivateFileChange.apply(file, content -> {
            seen.addAll(othersInFolder().map(PrivateFileChangeTest::permissions).toList());
            return content;
        });

        assertThat(seen).containsExactly("rw-------");
        assertThat(othersInFolder()).isEmpty();
    }

    @Test
    void changesTheFileBehindALinkAndLeavesTheLink() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(inner.resolve("link.json"), file);

        PrivateFileChange.apply(link, PrivateFileChangeTest::append);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(file).hasContent("some and more");
    }

    @Test
    void refusesAFileThatIsOpenToOthersOrNotThere() throws IOException {
        setPermissions("rw-r--r--");

        assertThatThrownBy(() -> PrivateFileChange.apply(file, PrivateFileChangeTest::append))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(file + " is open to others");
        assertThatThrownBy(() -> PrivateFileChange.apply(folder.resolve("absent.json"), PrivateFileChangeTest::append))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(folder.resolve("absent.json") + " cannot be read");
        assertThat(file).hasContent("some");
    }

    @Test
    void namesTheDraftOfAnotherChangeThatDoesNotEnd() throws IOException {
        Path draft = Files.writeString(folder.resolve(".keys.json.draft"), "half of");

        assertThatThrownBy(() -> PrivateFileChange.apply(file, PrivateFileChangeTest::append))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(file + " is being changed by another command; if none is running, one was killed: remove "
                        + draft);
        assertThat(file).hasContent("some");
        assertThat(draft).hasContent("half of");
    }

    @Test
    void leavesNoDraftWhereTheChangeFails() throws IOException {
        assertThatThrownBy(() -> PrivateFileChange.apply(file, content -> {
                    throw new InvalidValueException("no");
                }))
                .hasMessage("no");
        assertThatThrownBy(() -> PrivateFileChange.apply(file, content -> {
                    remove(file);
                    return content;
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(othersInFolder()).isEmpty();
    }

    private static byte[] append(byte[] content) {
        return (text(content) + " and more").getBytes(UTF_8);
    }

    private Stream<Path> othersInFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(other -> !other.equals(file)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setPermissions(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }
}
