package dev.keystead.app.ops;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.keystead.app.config.LogFormat;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Where the log goes, for the whole process. */
public final class LogOutput {
    private static LogFormat current = LogFormat.TEXT; // that of logback.xml

    private LogOutput() {}

    /** Gives the log its form from now on. */
    public static synchronized void use(LogFormat format) {
        if (format != current && LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            String configuration = format == LogFormat.JSON ? "/logback-json.xml" : "/logback.xml";
            URL resource = Objects.requireNonNull(LogOutput.class.getResource(configuration));
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(logback);
            logback.reset();
            try {
                configurator.doConfigure(resource);
                current = format;
            } catch (JoranException malformed) {
                throw new IllegalStateException("the log cannot be configured", malformed);
            }
        }
    }
}
