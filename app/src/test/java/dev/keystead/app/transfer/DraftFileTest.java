package dev.keystead.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFileTest {
    @TempDir
    private Path folder;

    @Test
    void isItsOwnersAloneAndWithoutItsNameUntilItIsWhole() throws IOException {
        Path file = folder.resolve("export");
        try (DraftFile draft = DraftFile.create(file, false)) {
            draft.stream().write('x');
            draft.stream().flush();

            assertThat(files()).singleElement().satisfies(unfinished -> {
                assertThat(unfinished.getFileName().toString()).matches("\\.export\\..+\\.partial");
                assertThat(permissions(unfinished)).isEqualTo("rw-------");
            });

            draft.publish();
        }

        assertThat(files()).containsExactly(file);
        assertThat(file).hasContent("x");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void leavesNothingIfItIsNeverWhole() throws IOException {
        try (DraftFile draft = DraftFile.create(folder.resolve("export"), false)) {
            draft.stream().write('x');
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void replacesAFileOnlyWhenToldAndOnlyWhenItIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("export"), "old");

        assertThatThrownBy(() -> DraftFile.create(file, false))
                .isInstanceOf(TransferException.class)
                .hasMessage(file + " exists and is not overwritten without --replace");
        try (DraftFile draft = DraftFile.create(file, true)) {
            draft.stream().write('x');
            assertThat(file).hasContent("old");
            draft.publish();
        }

        assertThat(file).hasContent("x");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void overwritesNoFileThatCameMeanwhile() throws IOException {
        Path file = folder.resolve("export");
        try (DraftFile draft = DraftFile.create(file, false)) {
            Files.writeString(file, "first");

            assertThatThrownBy(draft::publish)
                    .isInstanceOf(TransferException.class)
                    .hasMessage(file + " exists by now and is not overwritten");
        }

        assertThat(files()).containsExactly(file);
        assertThat(file).hasContent("first");
    }

    @Test
    void replacesNothingButPlainFiles() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        for (Path special : List.of(link, folder, Path.of("/dev/null"), Path.of("/"))) {
            assertThatThrownBy(() -> DraftFile.create(special, true))
                    .isInstanceOf(TransferException.class)
                    .hasMessage(special + " is not a plain file");
        }
    }

    @Test
    void saysThatItsFolderIsMissing() {
        Path file = folder.resolve("missing/export");

        assertThatThrownBy(() -> DraftFile.create(file, false))
                .isInstanceOf(TransferException.class)
                .hasMessage(file + " cannot be written: is its folder there, and may you write in it?");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
