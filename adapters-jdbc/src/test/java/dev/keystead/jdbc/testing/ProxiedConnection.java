package dev.keystead.jdbc.testing;

import dev.keystead.jdbc.testing.PlannedCut.Moment;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** One client's connection through the proxy: two sockets, and a thread for each direction. */
final class ProxiedConnection {
    private final Socket client;
    private final Socket server;
    private final Gate gate;
    private final AtomicReference<PlannedCut> planned;
    private volatile boolean answersAreLost;

    ProxiedConnection(Socket client, Socket server, Gate gate, AtomicReference<PlannedCut> planned) {
        this.client = client;
        this.server = server;
        this.gate = gate;
        this.planned = planned;
    }

    /** Forwards until either side is closed. */
    void start(Runnable whenEnded) {
        forward(client, server, this::forwardsRequest, whenEnded);
        forward(server, client, this::forwardsAnswer, whenEnded);
    }

    private void forward(Socket from, Socket to, Predicate<String> forwards, Runnable whenEnded) {
        Pump.inBackground(() -> {
            try {
                Pump.run(from, to, forwards);
            } finally {
                cut();
                whenEnded.run();
            }
        });
    }

    private boolean forwardsRequest(String sent) {
        gate.pass(client::isClosed);
        Moment moment = PlannedCut.take(planned, sent);
        answersAreLost = moment == Moment.AFTER;
        return moment != Moment.BEFORE;
    }

    /** What comes next is the answer, since the client waits for it before it sends more. */
    private boolean forwardsAnswer(String answered) {
        gate.pass(client::isClosed);
        return !answersAreLost;
    }

    void cut() {
        try (client;
                server) {
            // Both are closed, also if one does not close well.
        } catch (IOException broken) {
            // Then it is cut as well.
        }
        gate.wake();
    }
}
