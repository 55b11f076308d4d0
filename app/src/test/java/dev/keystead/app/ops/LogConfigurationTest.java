package dev.keystead.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogConfigurationTest {
    private static final String OWN_FILE = "logback.configurationFile";

    private final LoggerContext logback = new LoggerContext();
    private final Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @AfterEach
    void forget() {
        System.clearProperty(OWN_FILE);
        logback.stop();
    }

    @Test
    void asksTheLibrariesForNoMoreThanWarnings() {
        ExecutionStatus status = new LogConfiguration().configure(logback);

        assertThat(status).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
        assertThat(logback.getLogger("keystead.access").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(logback.getLogger("org.jdbi.v3.core.Jdbi").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(logback.getLogger("io.javalin.Javalin").getEffectiveLevel()).isEqualTo(Level.OFF);
    }

    @Test
    void leavesTheLogToAFileOfTheOperator() {
        System.setProperty(OWN_FILE, "own.xml");

        ExecutionStatus status = new LogConfiguration().configure(logback);

        assertThat(status).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(root.iteratorForAppenders()).toIterable().isEmpty();
    }
}
