package dev.keystead.example.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTest {

    @Test
    void tellsWhatItDid(@TempDir Path folder) {
        List<String> story = Embed.run(folder.resolve("jwks.json"));

        assertThat(story)
                .containsExactly(
                        "aws: Production",
                        "azure: Data platform",
                        "log in to acme.onmicrosoft.com with a key of 29 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "org.jdbi.v3.core.Jdbi",
                "com.zaxxer.hikari.HikariDataSource",
                "org.h2.Driver",
                "tools.jackson.databind.ObjectMapper",
                "dev.keystead.http.HttpAdapter",
                "dev.keystead.jdbc.JdbcStorage"
            })
    void hasNoServerAndNoDatabaseOnItsClassPath(String className) {
        assertThatThrownBy(() -> Class.forName(className)).isInstanceOf(ClassNotFoundException.class);
    }
}
