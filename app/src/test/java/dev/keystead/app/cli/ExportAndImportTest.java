package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportAndImportTest {
    private static final String COUNTS = "organisations: 1, credentials: 1, history entries: 2, external ids: 0";
    private static final String SECRET = "Exported~Secret-7c2e9b41d8";

    @TempDir
    private Path folder;

    private Trial source;
    private Trial target;

    /** An organisation with one credential, which was created and updated. */
    @BeforeEach
    void serveFromAFile() {
        Trial developer = new Trial(folder);
        developer.run("dev", "--http-port", "0");
        developer.run("token", "--sub", "me", "--org", "acme=admin");
        String token = developer.output().get(0);
        developer.whileItRuns(server -> new PlantingClient(server.address(), token).plant("Another_secret_2", SECRET));
        developer.run("dev", "--http-port", "0");
        source = new Trial(folder)
                .variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("keystead-dev/keystead"));
        target = new Trial(folder).variable("KEYSTEAD_STORAGE_URL", "jdbc:h2:file:" + folder.resolve("target"));
    }

    @Test
    void goThroughStandardStreams() {
        assertThat(source.run("export")).isZero();
        assertThat(source.errors()).containsExactly("exported " + COUNTS);
        byte[] export = source.rawOutput();

        assertThat(target.input(export).run("import")).isZero();
        assertThat(target.output()).isEmpty();
        assertThat(target.errors()).endsWith("imported " + COUNTS);

        assertThat(target.run("export")).isZero();
        assertThat(target.rawOutput()).isEqualTo(export);
        assertThat(new String(export, UTF_8)).contains("\"sealed\":\"eyJ").doesNotContain(SECRET);
    }

    @Test
    void goThroughAFileThatItsOwnerAloneCanRead() throws IOException {
        assertThat(source.run("export", "--out", "export.jsonl")).isZero();
        Path file = folder.resolve("export.jsonl");
        assertThat(source.output()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(target.run("import", "--in", "export.jsonl")).isZero();

        assertThat(target.run("export")).isZero();
        assertThat(target.rawOutput()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void overwriteAFileOnlyWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("export.jsonl"), "precious");

        assertThat(source.run("export", "--out", "export.jsonl")).isEqualTo(1);
        assertThat(source.errors())
                .containsExactly("keystead: " + file + " exists and is not overwritten without --replace");
        assertThat(file).hasContent("precious");

        assertThat(source.run("export", "--out", "export.jsonl", "--replace")).isZero();
        assertThat(file).content().startsWith("{\"kind\":\"header\"");
    }

    @Test
    void overwriteWhatIsStoredOnlyWhenTold() {
        source.run("export", "--out", "export.jsonl");

        assertThat(source.run("import", "--in", "export.jsonl")).isEqualTo(1);
        assertThat(source.errors())
                .containsExactly("keystead: nothing was imported: the storage has a credential of the file already,"
                        + " and nothing is overwritten without --replace");

        assertThat(source.run("import", "--in", "export.jsonl", "--replace")).isZero();
        assertThat(source.errors()).containsExactly("imported " + COUNTS);
    }

    @Test
    void takeOneOrganisation() {
        assertThat(source.run("export", "--org", "acme", "--out", "acme.jsonl")).isZero();
        assertThat(target.run("import", "--org", "acme", "--in", "acme.jsonl")).isZero();
        assertThat(target.errors()).endsWith("imported " + COUNTS);

        assertThat(source.run("export", "--org", "globex", "--out", "globex.jsonl"))
                .isEqualTo(1);
        assertThat(source.errors()).containsExactly("keystead: the storage has nothing of the organisation globex");
        assertThat(folder.resolve("globex.jsonl")).doesNotExist();
        assertThat(target.run("import", "--org", "globex", "--in", "acme.jsonl"))
                .isEqualTo(1);
        assertThat(target.errors())
                .containsExactly("keystead: nothing was imported: the file has nothing of the organisation globex");
    }

    @Test
    void sayWhichLineIsWrong() {
        source.run("export");
        String export = new String(source.rawOutput(), UTF_8);

        assertThat(target.input(export.replace("\"version\":2", "\"version\":\"2\"")
                                .getBytes(UTF_8))
                        .run("import"))
                .isEqualTo(1);

        assertThat(target.errors())
                .last()
                .isEqualTo("keystead: nothing was imported: line 2: /version must be a whole number from 1 to"
                        + " 1000000000000000");
        assertThat(target.run("export", "--org", "acme")).isEqualTo(1);
    }

    @Test
    void sayThatAFileIsNotThere() {
        assertThat(target.run("import", "--in", "missing.jsonl")).isEqualTo(1);

        assertThat(target.errors()).containsExactly("keystead: cannot read " + folder.resolve("missing.jsonl"));
        assertThat(folder.resolve("target.mv.db")).doesNotExist();
    }

    @Test
    void leaveNothingBehindWhenTheyFail() throws IOException {
        source.run("export", "--org", "globex", "--out", "globex.jsonl");
        source.run("export", "--out", "missing/export.jsonl");

        assertThat(source.errors())
                .containsExactly("keystead: " + folder.resolve("missing/export.jsonl")
                        + " cannot be written: is its folder there, and may you write in it?");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("keystead-dev");
        }
    }

    @Test
    void sayEverythingThatIsWrongTogether() {
        for (String command : List.of("export", "import")) {
            int code = target.run(command, "--org", "a b", "--storage-sync", "never", "--rplace");

            assertThat(code).isEqualTo(2);
            assertThat(target.errors())
                    .containsExactlyInAnyOrder(
                            "keystead: unknown option --rplace: did you mean --replace?",
                            "keystead: --org must be 1 to 128 of A-Z a-z 0-9 . _ : @ | -",
                            "keystead: --storage-sync must be commit or always");
        }
    }
}
