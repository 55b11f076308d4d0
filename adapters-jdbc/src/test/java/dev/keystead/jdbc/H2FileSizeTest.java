package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size of an H2 file, while it is written to and after it was closed. */
class H2FileSizeTest {
    private static final long MEGABYTE = 1024 * 1024;
    /** What is written at full speed in some seconds; without compaction it would be gigabytes. */
    private static final long BOUND = 600 * MEGABYTE;

    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void chooseAFile() {
        url = Fixture.fileUrl(directory);
    }

    @Test
    void leavesNothingButItsContentInAFileThatIsClosed() throws IOException, SQLException {
        create(5_000);

        long closed = size();

        assertThat(closed).isLessThan(compacted() * 3 / 2);
    }

    @Test
    void leavesTheModeOfTheFileAsItIs() throws IOException {
        create(1_000);
        Path file = directory.resolve("keystead.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        create(1_000, 2_000);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void leavesALinkToTheFileAsItIs() throws IOException {
        create(1);
        Path file = directory.resolve("keystead.mv.db");
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);

        create(1_000, 2_000);

        assertThat(file).isSymbolicLink();
    }

    @Test
    void leavesTheFileToOthersOfTheProcess() {
        try (Storage other = Fixture.openMigrated(url)) {
            create(1);

            assertThat(other.repository().find(Fixture.ORG, new CredentialId("c-0")))
                    .isPresent();
        }
    }

    @Test
    @Tag("thorough")
    void staysBoundedWhileAHundredThousandCredentialsAreCreated() throws IOException, SQLException {
        long largest = create(100_000);

        long closed = size();
        long compacted = compacted();
        System.out.printf(
                "100,000 creates: at most %d MB while running, %d MB after a clean stop, %d MB compacted%n",
                largest / MEGABYTE, closed / MEGABYTE, compacted / MEGABYTE);
        assertThat(closed).isLessThan(3 * compacted);
        assertThat(largest).isLessThan(BOUND);
    }

    /** Creates so many by several threads, closes the storage and returns the greatest size that was seen before. */
    private long create(int count) {
        return create(0, count);
    }

    private long create(int from, int to) {
        try (Storage storage = Fixture.openMigrated(url)) {
            return IntStream.range(from, to)
                    .parallel()
                    .mapToLong(i -> {
                        storage.repository().commit(Fixture.creation("c-" + i));
                        return i % 100 == 0 ? size() : 0;
                    })
                    .max()
                    .orElseThrow();
        }
    }

    private long size() {
        return directory.resolve("keystead.mv.db").toFile().length();
    }

    private long compacted() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
        return size();
    }
}
