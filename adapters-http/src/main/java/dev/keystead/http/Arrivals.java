package dev.keystead.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes connections on which a request takes too long to begin: something arrives, but its headers do not end, or what is left of a
 * refused body does not. It looks at all connections now and then, so that a request costs no timer. When the server ends, it
 * closes those that wait for a next request, but for a last moment in which one is still answered.
 */
final class Arrivals extends Handler.Wrapper implements Connection.Listener, Graceful {
    private static final int LOOKS_A_LIMIT = 10;

    private final Map<Connection, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Duration limit;
    private final Duration untilNextLook;
    private volatile boolean ending;

    Arrivals(Duration limit) {
        this.limit = limit;
        this.untilNextLook = limit.dividedBy(LOOKS_A_LIMIT);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            Arrival arrival = new Arrival(connection);
            arrivals.put(connection, arrival);
            closeIfEnding(arrival);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        arrivals.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = arrivals.get(request.getConnectionMetaData().getConnection());
        if (arrival == null) {
            return super.handle(request, response, callback);
        }
        arrival.begin();
        AtomicBoolean running = new AtomicBoolean(true);
        Runnable end = () -> {
            if (running.compareAndSet(true, false)) {
                arrival.end();
                closeIfEnding(arrival);
            }
        };
        boolean handled = false;
        try {
            handled = super.handle(request, response, Callback.from(end, callback));
            return handled;
        } finally {
            if (!handled) {
                end.run();
            }
        }
    }

    /** After every change of an arrival, as the end is after it has become known: so that none of the two misses the other. */
    private void closeIfEnding(Arrival arrival) {
        if (ending) {
            arrival.closeUnlessInRequest();
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        ending = true;
        arrivals.values().forEach(Arrival::closeUnlessInRequest);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isShutdown() {
        return ending;
    }

    private void lookLater() {
        getServer().getScheduler().schedule(this::look, untilNextLook.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = NanoTime.now();
        long patience = limit.plus(untilNextLook).toNanos();
        arrivals.values().forEach(arrival -> arrival.look(now, patience));
        if (isRunning()) {
            lookLater();
        }
    }
}
