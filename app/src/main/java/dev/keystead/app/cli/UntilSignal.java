package dev.keystead.app.cli;

import dev.keystead.app.wiring.Server;
import java.util.concurrent.CountDownLatch;

/** Servers run until the process is told to end (SIGTERM, SIGINT); they are closed then, and the JVM chooses the exit code. */
final class UntilSignal implements Lifetime {
    @Override
    public void of(Server server, Runnable ready) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        ready.run();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
