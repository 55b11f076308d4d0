package dev.keystead.example.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.Events;

/** docs/write-a-storage-adapter.md, followed step by step. */
class FollowedGuideTest {
    private static final Path GUIDE = Path.of("../../write-a-storage-adapter.md");
    private static final Path MAIN = Path.of("src/main/java/dev/keystead/example/rocksdb");
    private static final Path KIT = Path.of("src/test/java/dev/keystead/example/rocksdb/RocksConformanceTest.java");
    private static final Pattern SKELETON = Pattern.compile(
            "^<!-- \\S+/skeleton/(\\w+)\\.java -->\n```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path folder;

    private GuideFollower reader;

    @BeforeEach
    void begin() {
        reader = new GuideFollower(folder);
    }

    @Test
    void beginsWithASkeletonThatFailsEveryTestOfTheKit() throws Exception {
        List<MatchResult> files =
                SKELETON.matcher(Files.readString(GUIDE)).results().toList();
        for (MatchResult file : files) {
            reader.write(file.group(1), file.group(2));
        }

        assertThat(files).hasSize(4);
        assertThat(reader.compiles()).isTrue();
        Events tests = reader.runs("MyStorageTest");
        assertThat(tests.started().count()).isGreaterThan(50);
        assertThat(tests.failed().count()).isEqualTo(tests.started().count());
    }

    @Test
    void endsWithAnAdapterThatPassesTheKit() throws Exception {
        for (Path file : finished()) {
            reader.write(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }

        assertThat(reader.compiles()).isTrue();
        Events tests = reader.runs("RocksConformanceTest");
        assertThat(tests.started().count()).isGreaterThan(50);
        assertThat(tests.succeeded().count()).isEqualTo(tests.started().count());
    }

    /** What the guide says to copy. */
    private static List<Path> finished() throws IOException {
        try (Stream<Path> files = Files.list(MAIN)) {
            return Stream.concat(files.filter(file -> !file.endsWith("package-info.java")), Stream.of(KIT))
                    .toList();
        }
    }
}
