package dev.keystead.app.ops;

import dev.keystead.app.config.LogFormat;
import dev.keystead.http.RequestObserver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line a request. What a client chose cannot end a line or a value. Safe for use by many threads. */
public final class AccessLog implements RequestObserver {
    private static final Logger LOG = LoggerFactory.getLogger("keystead.access");

    private static final int LONGEST = 1_000;

    private final LogFormat format;

    public AccessLog(LogFormat format) {
        this.format = format;
    }

    @Override
    public void answered(Answered request) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Map<String, Object> values = values(request);
        if (format == LogFormat.JSON) {
            LoggingEventBuilder event = LOG.atInfo();
            for (Map.Entry<String, Object> value : values.entrySet()) {
                event = event.addKeyValue(value.getKey(), value.getValue());
            }
            event.log("request");
        } else {
            StringJoiner line = new StringJoiner(" ");
            values.forEach((name, value) -> line.add(name + "=" + LogValue.of(value.toString())));
            LOG.info(line.toString());
        }
    }

    private static String shortened(String fromClient) {
        return fromClient.length() <= LONGEST ? fromClient : fromClient.substring(0, LONGEST) + "...";
    }

    private static Map<String, Object> values(Answered request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("request_id", request.id());
        values.put("method", shortened(request.method()));
        values.put("path", shortened(request.path()));
        values.put("status", request.status());
        request.subject().ifPresent(subject -> values.put("subject", subject.value()));
        request.organization().ifPresent(org -> values.put("organization", org.value()));
        values.put("milliseconds", request.duration().toMillis());
        return values;
    }
}
