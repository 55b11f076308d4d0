package dev.keystead.app.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the server logs, at {@code INFO} and above, until it is closed. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<String> events = new CopyOnWriteArrayList<>();

    /** Begins. */
    public LogCapture() {
        setContext(root.getLoggerContext());
        start();
        root.setLevel(Level.INFO);
        root.addAppender(this);
    }

    /** Each event with its whole stack trace, if it has one. */
    public List<String> events() {
        return events;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()) + " "
                + event.getMDCPropertyMap());
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
    }
}
