package dev.keystead.app.ops;

import ch.qos.logback.classic.LoggerContext;
import dev.keystead.app.config.LogFormat;
import org.slf4j.LoggerFactory;

/** Where the log goes, for the whole process. */
public final class LogOutput {
    private static LogFormat current = LogFormat.TEXT; // that of LogConfiguration, or a file of Logback's own

    private LogOutput() {}

    /** Gives the log its form from now on; to ask for JSON goes before a file of Logback's own. */
    public static synchronized void use(LogFormat format) {
        if (format != current && LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.reset();
            LogConfiguration.apply(logback, format);
            current = format;
        }
    }
}
