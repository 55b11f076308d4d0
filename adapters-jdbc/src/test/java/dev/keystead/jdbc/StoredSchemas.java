package dev.keystead.jdbc;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The databases of earlier versions that are kept as SQL, beside the migrations that there are. */
final class StoredSchemas {
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

    private StoredSchemas() {}

    /** The versions that migrations lead to, each once, ascending. Every file must have one. */
    static List<Integer> versionsOfMigrations() throws IOException, URISyntaxException {
        Path folder = Path.of(
                StoredSchemas.class.getResource("/keystead/db/migration").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> MIGRATION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> Integer.valueOf(matcher.group(1)))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** The files that are not kept, of each version but the last and of the first anyway. */
    static List<String> missingBefore(List<Integer> versions) {
        return kept(versions)
                .boxed()
                .flatMap(version -> Stream.of("schema-" + version + "-h2.sql", "schema-" + version + "-postgresql.sql"))
                .filter(file -> StoredSchemas.class.getResource("/keystead/db/" + file) == null)
                .toList();
    }

    /** The tests that read them. */
    static List<String> testsOf(List<Integer> versions) {
        return kept(versions)
                .boxed()
                .flatMap(version ->
                        Stream.of("readsAnH2FileOfVersion" + version, "readsAPostgresDatabaseOfVersion" + version))
                .toList();
    }

    private static IntStream kept(List<Integer> versions) {
        int last = versions.get(versions.size() - 1);
        return IntStream.rangeClosed(1, Math.max(1, last - 1));
    }
}
