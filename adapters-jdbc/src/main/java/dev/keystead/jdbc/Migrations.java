package dev.keystead.jdbc;

import dev.keystead.core.spi.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateOutput;

/**
 * Brings the schema up to date. The versions are kept in a table of our own name, and the files in a folder of our own, so that an
 * embedding program may use Flyway for its tables in the same database.
 */
final class Migrations {
    static final String OTHER_SCHEMA =
            "the schema of the database is not one that this version knows: a newer version or somebody else changed it";

    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String VERSIONS = "keystead_schema_version";

    private final DataSource dataSource;
    private final Dialect dialect;

    Migrations(PreparedDataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Runs what was not run yet; one line for each step. */
    List<String> run() {
        return translated(() -> migrate().stream()
                .map(step -> describe(step.version, step.description))
                .toList());
    }

    /** Several times if need be: of those who begin at once, one makes the table of versions, and others may meet it half made. */
    private List<MigrateOutput> migrate() {
        for (int attempt = 1; ; attempt++) {
            try {
                return configuration().load().migrate().migrations;
            } catch (FlywayValidateException otherSchema) {
                throw otherSchema;
            } catch (FlywayException inTheWay) {
                if (attempt == ATTEMPTS || SqlErrors.isOfADatabase(inTheWay)) {
                    throw inTheWay;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What {@link #run} would do; one line for each step. */
    List<String> pending() {
        return translated(() -> {
            Flyway flyway = configuration()
                    .ignoreMigrationPatterns("*:pending", "*:future")
                    .load();
            flyway.validate();
            return Stream.of(flyway.info().pending())
                    .map(step -> describe(step.getVersion().toString(), step.getDescription()))
                    .toList();
        });
    }

    private FluentConfiguration configuration() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(dataSource)
                .table(VERSIONS)
                .locations(dialect.migrationLocations().toArray(String[]::new))
                .placeholders(dialect.migrationTypes())
                .baselineOnMigrate(true) // tables of the embedding program may be there
                .baselineVersion("0");
    }

    private static List<String> translated(Supplier<List<String>> work) {
        try {
            return work.get();
        } catch (FlywayValidateException e) {
            throw new StorageUnavailableException(OTHER_SCHEMA, e);
        } catch (FlywayException e) {
            throw SqlErrors.atStart(e);
        }
    }

    private static String describe(String version, String description) {
        return "schema version " + version + ": " + description;
    }
}
