package dev.keystead.example.rocksdb.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rocksdb.RocksDB;

/** The real server's jar with others beside it on the class path, as a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "Keystead ready on ";
    private static final String SERVER = System.getProperty("keystead.jar");
    private static final String ADAPTER = System.getProperty("adapter.jar");
    private static final String STORE =
            RocksDB.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the command, and returns once it is ready. */
    static ServerProcess ready(Path folder, List<String> arguments) throws IOException {
        Process process = start(folder, List.of(SERVER, ADAPTER, STORE), arguments);
        BufferedReader lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return new ServerProcess(process, line.substring(READY.length()));
            }
        }
        throw new IllegalStateException("the server ended before it was ready: " + errors(folder));
    }

    /** Runs the command to its end, and returns its exit code. */
    static int run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return start(folder, List.of(SERVER, ADAPTER, STORE), arguments).waitFor();
    }

    /** Runs the command without the store's jar, and returns its exit code. */
    static int runWithoutTheStore(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return start(folder, List.of(SERVER, ADAPTER), arguments).waitFor();
    }

    /** Runs the command with the server's jar alone, and returns its exit code. */
    static int runAlone(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return start(folder, List.of(SERVER), arguments).waitFor();
    }

    /** What the last process wrote to its standard error. */
    static List<String> errors(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("errors.txt"));
    }

    private static Process start(Path folder, List<String> jars, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, jars),
                "dev.keystead.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("KEYSTEAD_MANAGEMENT_PORT", "off");
        return builder.start();
    }

    String address() {
        return address;
    }

    /** Ends it as {@code kill} does. */
    void terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
