package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.StorageConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The URL of a PostgreSQL database, with limits on waiting where it sets none. Without them a server waits for ever for an answer that
 * was lost on the way.
 *
 * <p>Source: pgjdbc, "Connection Parameters".
 */
final class PostgresUrl {
    static final String PREFIX = "jdbc:postgresql:";

    /** How long a request waits for a connection to be made, and then for the answer to a statement. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

    /** How long a start or a command waits for a connection: a database that many turn to at once may take seconds to let one in. */
    private static final Duration PATIENT_CONNECT_TIMEOUT = Duration.ofSeconds(8);

    /** Long enough for one statement of an import, a migration or a count, and yet not for ever. */
    private static final Duration PATIENT_TIMEOUT = Duration.ofHours(1);

    /** Asked before the driver is, which logs what it cannot read, the password included. */
    private static final Pattern FORM = Pattern.compile(PREFIX + "(//[^/?@]*/)?[^/?]*(\\?.*)?");

    private final Properties properties;

    private PostgresUrl(Properties properties) {
        this.properties = properties;
    }

    /**
     * Reads the URL, and user and password beside it, which prevail.
     *
     * @throws InvalidValueException if it is none of PostgreSQL; the message does not repeat it
     */
    static PostgresUrl parse(StorageConfig config) {
        if (!FORM.matcher(config.url()).matches()) {
            throw malformed();
        }
        Properties properties = Driver.parseURL(config.url(), new Properties());
        if (properties == null) {
            throw malformed();
        }
        config.user().ifPresent(user -> PGProperty.USER.set(properties, user));
        config.password().ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        setIfAbsent(properties, PGProperty.TCP_KEEP_ALIVE, "true");
        setIfAbsent(properties, PGProperty.APPLICATION_NAME, "keystead");
        return new PostgresUrl(properties);
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("the storage URL is not of the form jdbc:postgresql://HOST:PORT/DATABASE");
    }

    /** For requests, which rather fail than wait. */
    PGSimpleDataSource forRequests() {
        return dataSource(CONNECT_TIMEOUT, ANSWER_TIMEOUT);
    }

    /** For work that takes its time. */
    PGSimpleDataSource forLongWork() {
        PGSimpleDataSource source = dataSource(PATIENT_CONNECT_TIMEOUT, PATIENT_TIMEOUT);
        source.setSocketTimeout(Math.toIntExact(PATIENT_TIMEOUT.toSeconds())); // the URL's is for requests
        return source;
    }

    private PGSimpleDataSource dataSource(Duration connectTimeout, Duration answerTimeout) {
        Properties all = new Properties();
        all.putAll(properties);
        setIfAbsent(all, PGProperty.CONNECT_TIMEOUT, seconds(connectTimeout));
        setIfAbsent(all, PGProperty.LOGIN_TIMEOUT, seconds(connectTimeout));
        setIfAbsent(all, PGProperty.SOCKET_TIMEOUT, seconds(answerTimeout));
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            PGProperty.SOCKET_TIMEOUT.getInt(all);
            for (String name : all.stringPropertyNames()) {
                source.setProperty(name, all.getProperty(name));
            }
        } catch (SQLException unknown) {
            throw SqlErrors.atOpen(unknown);
        }
        return source;
    }

    private static void setIfAbsent(Properties properties, PGProperty property, String value) {
        if (!property.isPresent(properties)) {
            property.set(properties, value);
        }
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d", time.toSeconds());
    }
}
