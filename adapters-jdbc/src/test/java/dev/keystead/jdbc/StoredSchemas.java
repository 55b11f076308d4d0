package dev.keystead.jdbc;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The databases of earlier versions that are kept as SQL, beside the migrations that there are. A migration may be of one database alone.
 */
enum StoredSchemas {
    H2("h2", "readsAnH2FileOfVersion"),
    POSTGRESQL("postgresql", "readsAPostgresDatabaseOfVersion");

    private static final Pattern MIGRATION = Pattern.compile("(\\w+)/V(\\d+)__\\w+\\.sql");
    private static final String COMMON = "common";

    private final String database;
    private final String test;

    StoredSchemas(String database, String test) {
        this.database = database;
        this.test = test;
    }

    /** The versions that migrations lead to, each once, ascending. Every file must have one. */
    List<Integer> versionsOfMigrations() throws IOException, URISyntaxException {
        Path folder = Path.of(
                StoredSchemas.class.getResource("/keystead/db/migration").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> migration(folder.relativize(file).toString()))
                    .filter(matcher ->
                            matcher.group(1).equals(COMMON) || matcher.group(1).equals(database))
                    .map(matcher -> Integer.valueOf(matcher.group(2)))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Matcher migration(String file) {
        Matcher matcher = MIGRATION.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalStateException("not the name of a migration: " + file);
        }
        return matcher;
    }

    /** The files that are not kept, of each version but the last and of the first anyway. */
    List<String> missingBefore(List<Integer> versions) {
        return kept(versions)
                .map(version -> "schema-" + version + "-" + database + ".sql")
                .filter(file -> StoredSchemas.class.getResource("/keystead/db/" + file) == null)
                .toList();
    }

    /** The tests that read them. */
    List<String> testsOf(List<Integer> versions) {
        return kept(versions).map(version -> test + version).toList();
    }

    private static Stream<Integer> kept(List<Integer> versions) {
        return versions.stream().limit(Math.max(1, versions.size() - 1));
    }
}
