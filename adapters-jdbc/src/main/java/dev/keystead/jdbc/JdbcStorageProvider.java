package dev.keystead.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageProvider;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Opens a database by its JDBC URL, with a HikariCP pool of its own. Understands {@code jdbc:postgresql://HOST:PORT/DATABASE},
 * {@code jdbc:h2:file:PATH} and {@code jdbc:h2:mem:NAME}.
 */
public final class JdbcStorageProvider implements StorageProvider {
    private static final String DEFAULT_H2_USER = "sa";

    /** For the service loader. */
    public JdbcStorageProvider() {}

    @Override
    public String scheme() {
        return "jdbc";
    }

    @Override
    public Storage open(StorageConfig config) {
        return config.url().startsWith(PostgresUrl.PREFIX) ? openPostgres(config) : openH2(config);
    }

    private static Storage openPostgres(StorageConfig config) {
        PostgresUrl url = PostgresUrl.parse(config);
        DataSource patient = url.forLongWork();
        requireReachable(patient);
        ReconnectingDataSource source = new ReconnectingDataSource(url.forRequests());
        HikariDataSource pool = Pools.postgres(source, config.poolSize());
        return new JdbcStorage(pool, patient, new PostgresDialect(), () -> {
            source.giveUp();
            pool.close();
        });
    }

    private static void requireReachable(DataSource source) {
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw SqlErrors.atOpen(e);
        }
    }

    private static Storage openH2(StorageConfig config) {
        return openH2(new H2Connections(h2(config)), config);
    }

    static Storage openH2(H2Connections h2, StorageConfig config) {
        H2Dialect dialect = H2Dialect.writingTogether(config.sync() == StorageConfig.Sync.ALWAYS);
        H2Anchor anchor = H2Anchor.cast(h2, dialect);
        try {
            ReconnectingDataSource source = new ReconnectingDataSource(h2);
            HikariDataSource pool = Pools.h2(source, config.poolSize());
            return new JdbcStorage(pool, h2, dialect, () -> {
                source.giveUp();
                pool.close();
                anchor.close();
            });
        } catch (RuntimeException e) {
            anchor.close();
            throw SqlErrors.atOpen(e);
        }
    }

    static DataSource h2(StorageConfig config) {
        H2Url url = H2Url.parse(config.url());
        JdbcDataSource h2 = new JdbcDataSource();
        Optional<String> userOfUrl = url.take("USER");
        Optional<String> passwordOfUrl = url.take("PASSWORD");
        h2.setUser(config.user().or(() -> userOfUrl).orElse(DEFAULT_H2_USER));
        h2.setPassword(config.password().or(() -> passwordOfUrl).orElse(""));
        h2.setURL(url.effective());
        return h2;
    }
}
