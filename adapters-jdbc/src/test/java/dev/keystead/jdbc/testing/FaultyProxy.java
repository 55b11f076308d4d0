package dev.keystead.jdbc.testing;

import dev.keystead.jdbc.testing.PlannedCut.Moment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and a server on this machine, and fails as networks do. To be cut at a text, the client must send its statements
 * as text: PostgreSQL's driver does with {@code preferQueryMode=simple}. Closing it cuts every connection.
 */
public final class FaultyProxy implements AutoCloseable {
    /** What a client of PostgreSQL sends to commit, with the byte that ends the text. */
    public static final String COMMIT = "COMMIT\0";

    private final int server;
    private final ServerSocket listener;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<PlannedCut> planned = new AtomicReference<>(PlannedCut.NONE);
    private final Gate gate = new Gate();
    private volatile boolean refusing;

    private FaultyProxy(int server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Starts one that forwards to the port on this machine. */
    public static FaultyProxy to(int server) {
        try {
            FaultyProxy proxy = new FaultyProxy(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Pump.inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new IllegalStateException("the proxy does not start", e);
        }
    }

    /** Where it listens, on this machine. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection there is. */
    public void cut() {
        connections.forEach(ProxiedConnection::cut);
    }

    /** Forwards nothing any more, in either direction, while connections are accepted and stay open. */
    public void stall() {
        gate.shut();
    }

    /** Ends every new connection at once. */
    public void refuse() {
        refusing = true;
    }

    /** Undoes {@link #stall()} and {@link #refuse()}: what waited is forwarded. */
    public void heal() {
        refusing = false;
        gate.open();
    }

    /** Cuts the next connection that sends the text, such as {@link #COMMIT}, which the server does not see. */
    public void cutBefore(String text) {
        planned.set(new PlannedCut(text, Moment.BEFORE));
    }

    /** Cuts the next connection that sends the text when the server has done what it says; the client does not see the answer. */
    public void cutAfter(String text) {
        planned.set(new PlannedCut(text, Moment.AFTER));
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            if (refusing) {
                client.close();
            } else {
                forward(client);
            }
        }
    }

    private void forward(Socket client) {
        Socket upstream = new Socket();
        try {
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
        } catch (IOException serverGone) {
            // The client finds its connection closed.
        }
        ProxiedConnection connection = new ProxiedConnection(client, upstream, gate, planned);
        connections.add(connection);
        connection.start(() -> connections.remove(connection));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException("the proxy does not stop", e);
        } finally {
            cut();
        }
    }
}
