package dev.keystead.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.keystead.app.config.LogFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogConfigurationTest {
    private static final String FILE_OF_LOGBACK = "logback.configurationFile";

    private final LoggerContext logback = new LoggerContext();
    private final Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @AfterEach
    void forget() {
        System.clearProperty(FILE_OF_LOGBACK);
        logback.stop();
    }

    @ParameterizedTest
    @EnumSource
    void asksTheLibrariesForNoMoreThanWarnings(LogFormat format) {
        LogConfiguration.apply(logback, format);

        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
        assertThat(logback.getLogger("keystead.access").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(new String[] {
                    "com.zaxxer.hikari.pool.HikariPool",
                    "io.javalin.http",
                    "org.eclipse.jetty.server.Server",
                    "org.flywaydb.core.Flyway",
                    "org.hibernate.validator.internal",
                    "org.jdbi.v3.core.Jdbi"
                })
                .allSatisfy(library -> assertThat(logback.getLogger(library).getEffectiveLevel())
                        .isEqualTo(Level.WARN));
        assertThat(logback.getLogger("io.javalin.Javalin").getEffectiveLevel()).isEqualTo(Level.OFF);
    }

    @Test
    void givesAFailureItsStackInJson() {
        logback.setMDCAdapter(new LogbackMDCAdapter());
        LogConfiguration.apply(logback, LogFormat.JSON);

        JsonNode event = JsonMapper.shared().readTree(encoded(new IllegalStateException("broken")));

        assertThat(event.get("stack").stringValue()).startsWith("java.lang.IllegalStateException: broken");
    }

    @Test
    void leavesTheLogToAFileOfLogbacksOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.xml"), "<configuration/>", StandardCharsets.UTF_8);
        System.setProperty(FILE_OF_LOGBACK, file.toString());

        ExecutionStatus status = configurator().configure(logback);

        assertThat(status).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(root.iteratorForAppenders()).toIterable().isEmpty();
    }

    @Test
    void configuresTheLogIfThatFileIsNotThere() {
        System.setProperty(FILE_OF_LOGBACK, "nowhere.xml");

        ExecutionStatus status = configurator().configure(logback);

        assertThat(status).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
    }

    private Configurator configurator() {
        LogConfiguration configurator = new LogConfiguration();
        configurator.setContext(logback);
        return configurator;
    }

    private byte[] encoded(Throwable failure) {
        Appender<ILoggingEvent> output = root.iteratorForAppenders().next();
        ILoggingEvent event = new LoggingEvent("here", root, Level.ERROR, "it failed", failure, null);
        return ((OutputStreamAppender<ILoggingEvent>) output).getEncoder().encode(event);
    }
}
