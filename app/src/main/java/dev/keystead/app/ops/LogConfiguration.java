package dev.keystead.app.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.keystead.app.config.LogFormat;
import java.net.URL;
import java.util.Map;
import net.logstash.logback.decorate.json.JsonWriteFeatureDecorator;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.Logger;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What Logback asks for where and how it logs. In Java, because to read it from XML took 70 ms of a start and 15 MB. A file of Logback's
 * own goes before it if there is one: in the property {@code logback.configurationFile}, or {@code logback.xml} on the class path.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    private static final String OUTPUT = "STDERR";
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{20} - %msg%n";
    private static final String LEFT_OUT = "[ignore]";

    /** The libraries are never asked for more: at finer levels some of them log bound arguments and headers. */
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry(Logger.ROOT_LOGGER_NAME, Level.INFO),
            Map.entry("com.zaxxer.hikari", Level.WARN),
            Map.entry("io.javalin", Level.WARN),
            Map.entry("io.javalin.Javalin", Level.OFF), // that it cannot start is told by the command, in its one line
            Map.entry("org.eclipse.jetty", Level.WARN),
            Map.entry("org.flywaydb", Level.WARN),
            Map.entry("org.hibernate.validator", Level.WARN),
            Map.entry("org.jdbi", Level.WARN));

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (hasItsOwnFile(logback)) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        apply(logback, LogFormat.TEXT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** One that is named and not there does not count: Logback would log everything, and to standard output. */
    private static boolean hasItsOwnFile(LoggerContext logback) {
        FileSearch search = new FileSearch();
        search.setContext(logback);
        return search.performMultiStepConfigurationFileSearch(false) != null;
    }

    static void apply(LoggerContext logback, LogFormat format) {
        Encoder<ILoggingEvent> encoder = format == LogFormat.JSON ? json() : text();
        encoder.setContext(logback);
        encoder.start();
        ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
        output.setContext(logback);
        output.setName(OUTPUT);
        output.setTarget(ConsoleTarget.SystemErr.getName()); // standard output is for what the commands print
        output.setEncoder(encoder);
        output.start();
        LEVELS.forEach((logger, level) -> logback.getLogger(logger).setLevel(level));
        logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(output);
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(LINE);
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("time");
        names.setVersion(LEFT_OUT);
        names.setLevelValue(LEFT_OUT);
        names.setLogger("logger");
        names.setThread("thread");
        names.setStackTrace("stack");
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setFieldNames(names);
        encoder.setTimeZone("UTC");
        encoder.setIncludeContext(false);
        // JSON lets control characters beyond ASCII stand as they are; a terminal obeys them.
        JsonWriteFeatureDecorator ascii = new JsonWriteFeatureDecorator();
        ascii.enable(JsonWriteFeature.ESCAPE_NON_ASCII);
        encoder.addDecorator(ascii);
        return encoder;
    }

    /** Logback's own search. */
    private static final class FileSearch extends DefaultJoranConfigurator {
        @Override
        protected URL performMultiStepConfigurationFileSearch(boolean tellTheStatus) {
            return super.performMultiStepConfigurationFileSearch(tellTheStatus);
        }
    }
}
