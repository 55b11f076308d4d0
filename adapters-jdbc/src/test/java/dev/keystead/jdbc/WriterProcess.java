package dev.keystead.jdbc;

import dev.keystead.core.spi.Storage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main class of a process that is there to be killed: creates credentials in an H2 database, several threads at once and without
 * end, and prints the id of each when it is acknowledged.
 */
final class WriterProcess {
    private static final int THREADS = 4;

    private WriterProcess() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the URL
     */
    public static void main(String[] arguments) {
        Storage storage = Fixture.openMigrated(arguments[0]);
        AtomicInteger next = new AtomicInteger();
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(() -> writeWithoutEnd(storage, next)).start();
        }
    }

    private static void writeWithoutEnd(Storage storage, AtomicInteger next) {
        while (true) {
            String id = "c-" + next.getAndIncrement();
            storage.repository().commit(Fixture.creation(id));
            System.out.println(id + ";"); // the semicolon shows that the line is whole
        }
    }
}
