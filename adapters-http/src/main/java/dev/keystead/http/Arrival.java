package dev.keystead.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.NanoTime;

/**
 * What comes in on a connection while it has no request; over HTTP/2 it may have several. Requests begin and end on any thread; looks are
 * taken by one at a time.
 */
final class Arrival {
    private static final long IN_REQUEST = -1;
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final Connection connection;
    private final Object changing = new Object();
    private int requests;
    /** How much had come in when the last request ended. */
    private volatile long bytesBefore;

    private long bytesBeforeAtLook = IN_REQUEST;
    private long quietAt;

    Arrival(Connection connection) {
        this.connection = connection;
    }

    void begin() {
        synchronized (changing) {
            requests++;
            bytesBefore = IN_REQUEST;
        }
    }

    void end() {
        synchronized (changing) {
            requests--;
            if (requests == 0) {
                bytesBefore = connection.getBytesIn();
            }
        }
    }

    /** Closes the connection if a beginning was seen on it for longer than that. */
    void look(long now, long patienceNanos) {
        long before = bytesBefore;
        boolean another = before != bytesBeforeAtLook;
        if (another || before == IN_REQUEST || before == connection.getBytesIn()) {
            bytesBeforeAtLook = before;
            quietAt = now;
        } else if (NanoTime.elapsed(quietAt, now) > patienceNanos) {
            connection.getEndPoint().close(new TimeoutException("the client sends too slowly"));
        }
    }

    /** After a last moment, in which a next request may be refused. A connection that is in a request closes behind it. */
    void closeUnlessInRequest() {
        if (bytesBefore != IN_REQUEST) {
            connection.getEndPoint().setIdleTimeout(LAST_MOMENT.toMillis());
        }
    }
}
