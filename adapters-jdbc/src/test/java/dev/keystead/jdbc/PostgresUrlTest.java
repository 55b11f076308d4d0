package dev.keystead.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageConfig.Sync;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresUrlTest {
    private static final String URL = "jdbc:postgresql://db.example:6432/keystead";
    private static final String PLANTED = "planted-password";

    @Test
    void readsHostPortAndDatabase() {
        PGSimpleDataSource source = PostgresUrl.parse(StorageConfig.of(URL)).forRequests();

        assertThat(source.getServerNames()).containsExactly("db.example");
        assertThat(source.getPortNumbers()).containsExactly(6432);
        assertThat(source.getDatabaseName()).isEqualTo("keystead");
    }

    @Test
    void takesUserAndPasswordFromTheUrl() {
        PGSimpleDataSource source = PostgresUrl.parse(StorageConfig.of(URL + "?user=ada&password=p%26w"))
                .forRequests();

        assertThat(source.getUser()).isEqualTo("ada");
        assertThat(source.getPassword()).isEqualTo("p&w");
    }

    @Test
    void prefersUserAndPasswordBesideTheUrl() {
        PGSimpleDataSource source = PostgresUrl.parse(config(URL + "?user=ada&password=pw", "bob", PLANTED))
                .forRequests();

        assertThat(source.getUser()).isEqualTo("bob");
        assertThat(source.getPassword()).isEqualTo(PLANTED);
    }

    @Test
    void waitsForRequestsAFewSecondsAndForLongWorkAnHour() {
        PostgresUrl url = PostgresUrl.parse(StorageConfig.of(URL));

        PGSimpleDataSource requests = url.forRequests();
        PGSimpleDataSource longWork = url.forLongWork();

        assertThat(requests.getConnectTimeout()).isEqualTo(2);
        assertThat(requests.getLoginTimeout()).isEqualTo(2);
        assertThat(requests.getSocketTimeout()).isEqualTo(3);
        assertThat(requests.getTcpKeepAlive()).isTrue();
        assertThat(requests.getApplicationName()).isEqualTo("keystead");
        assertThat(longWork.getConnectTimeout()).isEqualTo(8);
        assertThat(longWork.getLoginTimeout()).isEqualTo(8);
        assertThat(longWork.getSocketTimeout()).isEqualTo(3600);
    }

    @Test
    void lendsLongWorkItsTimeWhateverTheUrlSaysOfRequests() {
        PostgresUrl url = PostgresUrl.parse(StorageConfig.of(URL + "?socketTimeout=9"));

        assertThat(url.forRequests().getSocketTimeout()).isEqualTo(9);
        assertThat(url.forLongWork().getSocketTimeout()).isEqualTo(3600);
    }

    @Test
    void leavesWhatTheUrlSays() throws SQLException {
        String parameters =
                "?connectTimeout=7&loginTimeout=8&socketTimeout=9&tcpKeepAlive=false&ApplicationName=mine&sslmode=require";

        PGSimpleDataSource source =
                PostgresUrl.parse(StorageConfig.of(URL + parameters)).forRequests();

        assertThat(source.getConnectTimeout()).isEqualTo(7);
        assertThat(source.getLoginTimeout()).isEqualTo(8);
        assertThat(source.getSocketTimeout()).isEqualTo(9);
        assertThat(source.getTcpKeepAlive()).isFalse();
        assertThat(source.getApplicationName()).isEqualTo("mine");
        assertThat(source.getProperty("sslmode")).isEqualTo("require");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example?user=ada&password=" + PLANTED,
                "jdbc:postgresql://db.example/a/b?password=" + PLANTED,
                "jdbc:postgresql:/keystead?password=" + PLANTED,
                "jdbc:postgresql://db.example:99999999/keystead?password=" + PLANTED,
                "jdbc:postgresql://db.example:port/keystead?password=" + PLANTED,
                "jdbc:postgresql://ada:" + PLANTED + "@db.example/keystead",
                "jdbc:postgresql://db.example/keystead?user=%zz&password=" + PLANTED
            })
    void refusesAMalformedUrlWithoutShowingItAnywhere(String url) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        StreamHandler handler = new StreamHandler(log, new SimpleFormatter());
        Logger driver = Logger.getLogger("org.postgresql");
        driver.addHandler(handler);

        try {
            assertThatThrownBy(() -> PostgresUrl.parse(StorageConfig.of(url)))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("the storage URL is not of the form jdbc:postgresql://HOST:PORT/DATABASE")
                    .hasNoCause();
        } finally {
            driver.removeHandler(handler);
            handler.flush();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(PLANTED);
    }

    private static StorageConfig config(String url, String user, String password) {
        return new StorageConfig(url, Optional.of(user), Optional.of(password), 2, Sync.COMMIT, Clock.systemUTC());
    }
}
