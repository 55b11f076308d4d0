package dev.keystead.jdbc;

import dev.keystead.core.spi.StorageUnavailableException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateOutput;

/**
 * Brings the schema up to date. The versions are kept in a table of our own name, and the files in a folder of our own, so that an
 * embedding program may use Flyway for its tables in the same database.
 */
final class Migrations {
    static final String OTHER_SCHEMA =
            "the schema of the database is not one that this version knows: a newer version or somebody else changed it";

    private static final String VERSIONS = "keystead_schema_version";

    private final DataSource dataSource;
    private final Dialect dialect;

    Migrations(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Runs what was not run yet; one line for each step. */
    List<String> run() {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(dataSource)
                    .table(VERSIONS)
                    .locations(dialect.migrationLocations().toArray(String[]::new))
                    .placeholders(dialect.migrationTypes())
                    .baselineOnMigrate(true) // tables of the embedding program may be there
                    .baselineVersion("0")
                    .load()
                    .migrate()
                    .migrations
                    .stream()
                    .map(Migrations::describe)
                    .toList();
        } catch (FlywayValidateException e) {
            throw new StorageUnavailableException(OTHER_SCHEMA, e);
        } catch (FlywayException e) {
            throw SqlErrors.beforeCommit(e);
        }
    }

    private static String describe(MigrateOutput step) {
        return "schema version " + step.version + ": " + step.description;
    }
}
