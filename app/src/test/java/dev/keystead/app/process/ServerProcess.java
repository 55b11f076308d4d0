package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged jar, running as a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "Keystead ready on ";
    private static final String PATH_OF_THIS_JAVA =
            "export PATH='" + Path.of(System.getProperty("java.home"), "bin") + "':\"$PATH\"; ";

    private final Process process;
    private final List<String> output;

    private ServerProcess(Process process, List<String> output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code dev} on a free port in the folder, with more options, and returns once it is ready. */
    static ServerProcess dev(Path folder, String... options) throws IOException {
        return ready(folder, command(List.of(), dev(options)));
    }

    /** Starts {@code dev} with so little memory that nothing large fits. */
    static ServerProcess small(Path folder, String... options) throws IOException {
        return ready(folder, command(List.of("-Xmx128m"), dev(options)));
    }

    /** Starts {@code serve} on a free port in the folder, over a storage in memory, with more options. */
    static ServerProcess serve(Path folder, String... options) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("serve", "--http-port", "0", "--storage-url", "memory:"), Stream.of(options))
                .toArray(String[]::new);
        return ready(folder, command(List.of(), arguments));
    }

    /** Starts a server by a line of a shell, on a free port, and returns once it is ready. */
    static ServerProcess shell(Path folder, String line) throws IOException {
        return ready(folder, List.of("bash", "-c", PATH_OF_THIS_JAVA + "export KEYSTEAD_HTTP_PORT=0; exec " + line));
    }

    /** What lines print that are pasted into a shell in the folder. */
    static String pasted(Path folder, String lines) throws IOException {
        Process bash = new ProcessBuilder("bash", "-c", PATH_OF_THIS_JAVA + lines)
                .directory(folder.toFile())
                .redirectError(folder.resolve("shell-errors.txt").toFile())
                .start();
        return new String(bash.getInputStream().readAllBytes(), UTF_8);
    }

    /** Starts any command in the folder; its standard error goes to a file there. */
    static Process start(Path folder, String... arguments) throws IOException {
        return start(folder, command(List.of(), arguments));
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("KEYSTEAD_MANAGEMENT_PORT", "0");
        return builder.start();
    }

    private static ServerProcess ready(Path folder, List<String> command) throws IOException {
        Process process = start(folder, command);
        List<String> output = new ArrayList<>();
        BufferedReader reader = process.inputReader(UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.startsWith(READY)) {
                return new ServerProcess(process, output);
            }
        }
        throw new IllegalStateException("the server ended before it was ready: " + errors(folder));
    }

    private static String[] dev(String... options) {
        return Stream.concat(Stream.of("dev", "--http-port", "0"), Stream.of(options))
                .toArray(String[]::new);
    }

    private static List<String> command(List<String> jvmOptions, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        Stream.of(java),
                        jvmOptions.stream(),
                        Stream.of("-jar", System.getProperty("keystead.jar")),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
    }

    /** What the last command wrote to its standard error. */
    static List<String> errors(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("errors.txt"));
    }

    /** What it printed until it was ready. */
    List<String> output() {
        return output;
    }

    String address() {
        return output.get(output.size() - 1).substring(READY.length()).replaceFirst(" .*", "");
    }

    String token() {
        return output.stream()
                .filter(line -> line.startsWith("eyJ"))
                .findFirst()
                .orElseThrow();
    }

    /** Limits how large the files may grow that it writes, as {@code ulimit -f} does, but while it runs. */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        String limit = bytes == Long.MAX_VALUE ? "unlimited" : Long.toString(bytes);
        Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + limit + ":")
                .inheritIO()
                .start();
        if (prlimit.waitFor() != 0) {
            throw new IllegalStateException("prlimit failed");
        }
    }

    /** What its threads in the database are at, to find out why it does not go on. */
    String threadsInDatabase() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process dump = new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print").start();
        return Stream.of(new String(dump.getInputStream().readAllBytes(), UTF_8).split("\n\n"))
                .filter(thread -> thread.contains("org.h2.") || thread.contains("dev.keystead.jdbc"))
                .collect(Collectors.joining("\n\n"));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as {@code kill} does, and returns its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
