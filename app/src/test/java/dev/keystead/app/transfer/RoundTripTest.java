package dev.keystead.app.transfer;

import static dev.keystead.app.transfer.Samples.ACME;
import static dev.keystead.app.transfer.Samples.GLOBEX;
import static dev.keystead.app.transfer.Samples.SILENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageMaintenance.Item;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jdbc.testing.Postgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported, imported elsewhere, and exported again. */
@ParameterizedClass(name = "on PostgreSQL: {0}")
@ValueSource(booleans = {false, true})
class RoundTripTest {
    private final Storage memory = new InMemoryStorage();

    @Parameter
    private boolean onPostgres;

    @TempDir
    private Path folder;

    private Storage database;

    @BeforeEach
    void openTheDatabase() {
        String url = onPostgres ? Postgres.newSchema() : "jdbc:h2:file:" + folder.resolve("keystead");
        database = new JdbcStorageProvider().open(StorageConfig.of(url));
        database.migrate();
    }

    @AfterEach
    void closeTheDatabase() {
        database.close();
    }

    @Test
    void givesTheSameBytesFromEachStorage() {
        Samples.load(memory, Samples.everything());
        String first = Samples.export(memory);

        Samples.read(first, database);
        String second = Samples.export(database);
        Storage third = new InMemoryStorage();
        Samples.read(second, third);

        assertThat(first.lines()).hasSize(Samples.everything().size() + 2);
        assertThat(second).isEqualTo(first);
        assertThat(Samples.export(third)).isEqualTo(first);
    }

    @Test
    void keepsEveryItemAsItIs() {
        Samples.load(memory, Samples.everything());

        Counts counts = Samples.read(Samples.export(memory), database);

        assertThat(counts).isEqualTo(new Counts(2, 3, 3, 1));
        assertThat(database.maintenance().scan(Optional.empty(), 10))
                .isEqualTo(memory.maintenance().scan(Optional.empty(), 10));
    }

    @Test
    void carriesAnEmptyStorage() {
        Counts counts = Samples.read(Samples.export(memory), database);

        assertThat(counts).isEqualTo(Counts.NONE);
    }

    @Test
    void goesThroughManyPages() {
        List<Item> items = new ArrayList<>();
        IntStream.range(1000, 2 * Pages.SIZE + 1000).forEach(i -> items.add(aws("big", "c-" + i)));
        IntStream.range(1000, 2 * Pages.SIZE + 1001)
                .forEach(i ->
                        items.add(Samples.entry(new OrgId("big"), "h-" + i, "c-" + i, HistoryEvent.CREATED, Set.of())));
        IntStream.range(1000, 2 * Pages.SIZE + 1002).forEach(i -> items.add(aws("small-" + i, "-")));
        Samples.load(memory, items);

        String export = Samples.export(memory);
        Counts counts = Samples.read(export, database);

        assertThat(counts).isEqualTo(new Counts(1003, 2002, 1001, 0));
        assertThat(Samples.export(database)).isEqualTo(export);
    }

    @Test
    void exportsOneOrganisationAlone() {
        Samples.load(memory, Samples.everything());

        Samples.read(exportOf(ACME), database);
        Samples.read(exportOf(GLOBEX), database);

        assertThat(exportOf(GLOBEX).lines()).hasSize(3);
        assertThat(Samples.export(database)).isEqualTo(Samples.export(memory));
    }

    @Test
    void importsOneOrganisationOfTheFile() {
        Samples.load(memory, Samples.everything());
        byte[] all = Samples.export(memory).getBytes(UTF_8);

        Counts counts = Import.read(new ByteArrayInputStream(all), database, Optional.of(GLOBEX), false, SILENT);

        assertThat(counts).isEqualTo(new Counts(1, 0, 1, 0));
        assertThat(Samples.export(database)).isEqualTo(exportOf(GLOBEX));
    }

    @Test
    void refusesAnOrganisationWithoutAnything() {
        OrgId ghost = new OrgId("ghost");
        byte[] empty = Samples.export(memory).getBytes(UTF_8);

        assertThatThrownBy(() -> exportOf(ghost))
                .isInstanceOf(TransferException.class)
                .hasMessage("the storage has nothing of the organisation ghost");
        assertThatThrownBy(
                        () -> Import.read(new ByteArrayInputStream(empty), database, Optional.of(ghost), false, SILENT))
                .isInstanceOf(TransferException.class)
                .hasMessage("the file has nothing of the organisation ghost");
    }

    @Test
    void overwritesOnlyWhenTold() {
        Samples.load(memory, Samples.everything());
        byte[] all = Samples.export(memory).getBytes(UTF_8);
        Samples.load(
                database,
                List.of(Samples.credential(
                        ACME, "Z", new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Old")))));

        assertThatThrownBy(() -> Samples.read(all, database))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "the storage has a credential of the file already, and nothing is overwritten without --replace");
        assertThat(Samples.export(database)).contains("role/Old").doesNotContain("abcdefghijkl");

        Import.read(new ByteArrayInputStream(all), database, Optional.empty(), true, SILENT);

        assertThat(Samples.export(database)).isEqualTo(new String(all, UTF_8));
    }

    @Test
    void tellsAfterEachItemHowMuchIsDone() {
        Samples.load(memory, List.of(aws("acme", "c-1"), aws("acme", "c-2")));
        List<Counts> told = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Export.write(memory, Optional.empty(), out, told::add);
        Import.read(
                new ByteArrayInputStream(out.toByteArray()), new InMemoryStorage(), Optional.empty(), false, told::add);

        assertThat(told).extracting(Counts::items).containsExactly(1L, 2L, 1L, 2L);
    }

    private static Item aws(String org, String id) {
        return Samples.credential(
                new OrgId(org), id, new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader")));
    }

    private String exportOf(OrgId org) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.write(memory, Optional.of(org), out, SILENT);
        return out.toString(UTF_8);
    }
}
