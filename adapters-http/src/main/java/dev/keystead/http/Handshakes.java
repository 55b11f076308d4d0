package dev.keystead.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections on which TLS takes too long to begin: each byte of a slow client would put an idle timeout off. */
final class Handshakes implements Connection.Listener {
    private final Map<SslConnection, Deadlines.Deadline> running = new ConcurrentHashMap<>();
    private final Deadlines deadlines;
    private final Duration limit;

    Handshakes(Duration limit, Scheduler scheduler) {
        this.limit = limit;
        this.deadlines = new Deadlines(scheduler);
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection tls) {
            running.put(tls, deadlines.in(limit, () -> giveUp(tls)));
        } else if (connection.getEndPoint() instanceof SslConnection.SslEndPoint secured
                && !(connection instanceof NegotiatingServerConnection)) {
            end(secured.getSslConnection()); // the protocol is known, so the handshake is over
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof SslConnection tls) {
            end(tls);
        }
    }

    private void giveUp(SslConnection connection) {
        running.remove(connection);
        connection.getEndPoint().close(new TimeoutException("the TLS handshake takes too long"));
    }

    private void end(SslConnection connection) {
        Deadlines.Deadline deadline = running.remove(connection);
        if (deadline != null) {
            deadline.callOff();
        }
    }
}
