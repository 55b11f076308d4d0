package dev.keystead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a stranger's storage, the server says it in one line and ends with the code of its kind. */
class ForeignStorageTest {
    private static final String NOTHING = "";
    private static final String OPENS = "return null;";

    @TempDir
    private Path folder;

    @TempDir
    private Path classes;

    private ForeignJar jar;

    @BeforeEach
    void beginAJar() {
        jar = new ForeignJar(classes);
    }

    @Test
    void namesTheSchemesThatThereAreForAnUnknownOne() throws IOException {
        jar.provider("Quiet", "quiet", NOTHING, OPENS);

        assertThat(complaint("unknown:x", 2))
                .isEqualTo("keystead: storage-url: no storage answers for what stands before its first colon;"
                        + " there are jdbc:, memory:, quiet:");
    }

    @Test
    void refusesTwoProvidersOfOneScheme() throws IOException {
        jar.provider("One", "same", NOTHING, OPENS).provider("Other", "same", NOTHING, OPENS);

        assertThat(complaint("same:x", 2))
                .isEqualTo(
                        "keystead: storage-url: more than one storage on the class path answers for same: One, Other");
    }

    @Test
    void tellsOfAConstructorThatThrows() throws IOException {
        jar.provider("Throwing", "throwing", "throw new IllegalStateException(\"no store today\");", OPENS);

        assertThat(complaint("throwing:x", 1))
                .contains("a storage provider on the class path is broken", "Throwing", "no store today");
    }

    @Test
    void tellsOfAProviderThatIsNotThere() throws IOException {
        jar.naming("com.example.Nowhere");

        assertThat(complaint("nowhere:x", 1))
                .contains("a storage provider on the class path is broken", "com.example.Nowhere not found");
    }

    @Test
    void namesTheClassThatAProviderMissesWhenItIsMade() throws IOException {
        jar.withoutClass("Store", () -> jar.provider("Incomplete", "incomplete", "new Store();", OPENS));

        assertThat(complaint("incomplete:x", 1))
                .contains("a storage provider on the class path is broken", "Incomplete", "Store");
    }

    @Test
    void namesTheClassThatAProviderMissesWhenItOpens() throws IOException {
        jar.withoutClass("Store", () -> jar.provider("Late", "late", NOTHING, "new Store(); return null;"));

        assertThat(complaint("late:x", 1))
                .isEqualTo("keystead: storage late:x: a class is missing on the class path: Store");
    }

    @Test
    void saysWhatAProviderSaysOfAWrongUrl() throws IOException {
        jar.provider(
                "Strict",
                "strict",
                NOTHING,
                "throw new dev.keystead.core.domain.InvalidValueException(\"must be strict:FOLDER\");");

        assertThat(complaint("strict:x", 2)).isEqualTo("keystead: storage strict:x: must be strict:FOLDER");
    }

    @Test
    void saysWhatAProviderSaysOfAStorageOutOfReach() throws IOException {
        jar.provider(
                "Lost",
                "lost",
                NOTHING,
                "throw new dev.keystead.core.spi.StorageUnavailableException(\"the folder is in use\", null);");

        assertThat(complaint("lost:x", 1)).isEqualTo("keystead: storage lost:x: the folder is in use");
    }

    @Test
    void tellsOnlyTheClassOfAnyOtherFailureToOpen() throws IOException {
        jar.provider("Rude", "rude", NOTHING, "throw new IllegalStateException(config.url() + \" hunter2\");");

        assertThat(complaint("rude:x", 1))
                .isEqualTo("keystead: storage rude:x: its provider failed: java.lang.IllegalStateException");
    }

    @Test
    void tellsOfAProviderWithoutAScheme() throws IOException {
        jar.naming(Nameless.class.getName());

        assertThat(complaint("nowhere:x", 1)).contains("a storage provider on the class path is broken", "no scheme");
    }

    /** The only line that the server prints. */
    private String complaint(String url, int code) throws IOException {
        Trial trial = new Trial(folder);
        List<String> lines = jar.onTheClassPath(() -> {
            assertThat(trial.run("dev", "--http-port", "0", "--storage-url", url))
                    .isEqualTo(code);
            return trial.errors();
        });
        assertThat(trial.output()).isEmpty();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    /** A provider that does not say what it answers for. */
    public static final class Nameless implements StorageProvider {
        /** For the service loader. */
        public Nameless() {}

        @Override
        public String scheme() {
            return null;
        }

        @Override
        public Storage open(StorageConfig config) {
            throw new UnsupportedOperationException();
        }
    }
}
