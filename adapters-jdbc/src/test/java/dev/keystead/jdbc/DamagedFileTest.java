package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file after something that is not H2 has written to it. */
class DamagedFileTest {
    private static final String DAMAGED = "the H2 file is damaged";
    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    private Path file;
    private byte[] good;

    @BeforeEach
    void fillAFile() throws IOException {
        file = directory.resolve("keystead.mv.db");
        try (Storage storage = Fixture.openMigrated(Fixture.fileUrl(directory))) {
            for (int i = 0; i < 3_000; i++) {
                storage.repository().commit(Fixture.creation("c-" + i));
            }
        }
        good = Files.readAllBytes(file);
    }

    @Test
    void isToldWhenItIsOpened() throws IOException {
        Files.writeString(file, "this is no database".repeat(1_000));

        assertThatThrownBy(() -> Fixture.open(Fixture.fileUrl(directory)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage(DAMAGED);
    }

    @Test
    void isToldOfAFileThatIsShorterThanAnyDatabase() throws IOException {
        Files.writeString(file, "short");

        assertThatThrownBy(() -> Fixture.open(Fixture.fileUrl(directory)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage(DAMAGED);
    }

    /** H2 looks at a page when it needs it, and gives up a damaged tail for an older state: not every page is missed. */
    @Test
    void isToldWhenTheDamageIsMet() throws IOException {
        List<String> told = new ArrayList<>();
        for (int tenth = 1; tenth < 10; tenth++) {
            int page = good.length / PAGE * tenth / 10;
            byte[] damaged = good.clone();
            Arrays.fill(damaged, page * PAGE, (page + 1) * PAGE, (byte) 0x5A);
            Files.write(file, damaged);
            whatIsTold().ifPresent(told::add);
        }

        assertThat(told).contains(DAMAGED).isSubsetOf(DAMAGED, "the storage is out of reach", Migrations.OTHER_SCHEMA);
    }

    private Optional<String> whatIsTold() {
        try (Storage storage = Fixture.openMigrated(Fixture.fileUrl(directory))) {
            storage.maintenance().scan(Optional.empty(), 1_000);
            return Optional.empty();
        } catch (StorageUnavailableException failure) {
            return Optional.of(failure.getMessage());
        }
    }
}
