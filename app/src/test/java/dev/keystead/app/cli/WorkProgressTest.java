package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.jose.KeySet;
import dev.keystead.jose.KeySetFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far long work is, on a terminal and elsewhere. */
class WorkProgressTest {
    private static final String ESCAPE = "\u001b";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void isALineNowAndThenWhereThereIsNoTerminal() {
        try (WorkProgress progress = WorkProgress.of(terminal(false), "exported", WorkProgress.UNKNOWN)) {
            for (int i = 1; i <= 25_000; i++) {
                progress.reached(i, i + " things");
            }
        }

        assertThat(err.toString(UTF_8).lines())
                .containsExactly("exported so far: 10000 things", "exported so far: 20000 things");
    }

    @Test
    void isABarOnATerminal() {
        try (WorkProgress progress = WorkProgress.of(terminal(true), "exported", 200)) {
            progress.reached(50, "50 things");
            progress.reached(100, "100 things");
        }

        assertThat(err.toString(UTF_8))
                .contains("exported  50%", "100/200", "\r")
                .doesNotContain("things", ESCAPE);
    }

    @Test
    void isACountOnATerminalIfTheEndIsNotKnown() {
        try (WorkProgress progress = WorkProgress.of(terminal(true), "read", WorkProgress.UNKNOWN)) {
            progress.reached(77, "77 things");
        }

        assertThat(err.toString(UTF_8)).contains("read", "77/?");
    }

    @Test
    void isShownByEveryCommandThatTakesLong() {
        String url = "jdbc:h2:file:" + folder.resolve("kept");
        Path keys = folder.resolve("keys.json");
        KeySet before = KeySet.generate();
        before.writeTo(keys);
        new SealedStorage(url).store(before, "Not-a-real-secret_1");
        KeySetFile.change(keys, KeySet::rotatedNow);
        Trial trial = new Trial(folder).interactive();
        String file = folder.resolve("all.jsonl").toString();

        assertThat(trial.run("reseal", "--storage-url", url, "--secrets-keyset", keys.toString()))
                .isZero();
        assertThat(bars(trial)).contains("sealed anew 100%", "1/1");
        assertThat(trial.run("export", "--storage-url", url, "--out", file)).isZero();
        assertThat(bars(trial)).contains("exported", "2/?");
        String other = "jdbc:h2:file:" + folder.resolve("other");
        assertThat(trial.run("migrate", "--storage-url", other)).isZero();
        assertThat(bars(trial)).contains("migrated");
        assertThat(trial.run("import", "--storage-url", other, "--in", file)).isZero();
        assertThat(bars(trial)).contains("read", "2/?");
    }

    private static String bars(Trial trial) {
        return String.join("\n", trial.errors());
    }

    private Terminal terminal(boolean interactive) {
        PrintStream nothing = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                nothing,
                new PrintStream(err, true, UTF_8),
                interactive,
                Map.of(),
                folder,
                Clock.systemUTC(),
                (server, ready) -> {});
    }
}
