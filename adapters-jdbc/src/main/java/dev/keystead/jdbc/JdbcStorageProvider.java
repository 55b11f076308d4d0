package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Opens a database by its JDBC URL, with a HikariCP pool of its own. Understands {@code jdbc:h2:file:PATH} and
 * {@code jdbc:h2:mem:NAME}.
 */
public final class JdbcStorageProvider implements StorageProvider {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(1);
    private static final String DEFAULT_H2_USER = "sa";

    /** For the service loader. */
    public JdbcStorageProvider() {}

    @Override
    public String scheme() {
        return "jdbc";
    }

    @Override
    public Storage open(StorageConfig config) {
        DataSource h2 = h2(config);
        H2Dialect dialect = new H2Dialect(config.sync() == StorageConfig.Sync.ALWAYS);
        H2Anchor anchor = H2Anchor.cast(h2, dialect);
        try {
            HikariDataSource pool = pool(h2, config.poolSize());
            return new JdbcStorage(pool, h2, dialect, () -> {
                pool.close();
                anchor.close();
            });
        } catch (PoolInitializationException e) {
            anchor.close();
            throw SqlErrors.atOpen(e);
        }
    }

    private static DataSource h2(StorageConfig config) {
        H2Url url = H2Url.parse(config.url());
        JdbcDataSource h2 = new JdbcDataSource();
        Optional<String> userOfUrl = url.take("USER");
        Optional<String> passwordOfUrl = url.take("PASSWORD");
        h2.setUser(config.user().or(() -> userOfUrl).orElse(DEFAULT_H2_USER));
        h2.setPassword(config.password().or(() -> passwordOfUrl).orElse(""));
        h2.setURL(url.effective());
        return h2;
    }

    private static HikariDataSource pool(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keystead");
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        config.setConnectionTestQuery("SELECT 1"); // H2 takes a connection to a database that it gave up for valid
        config.setExceptionOverride(new H2ClosedDatabases());
        return new HikariDataSource(config);
    }
}
