package dev.keystead.app.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Keycloak that the build unpacked, and the script by which it is run. */
final class KeycloakDistribution {
    private static final Path HOME = Path.of(System.getProperty("keystead.keycloak", ""));
    private static final Path LOG = HOME.resolveSibling("keycloak.log");

    private KeycloakDistribution() {}

    /** Waits until no other process uses it, and keeps all others from it until what this returns is closed. */
    static FileChannel takeTurn() throws IOException {
        FileChannel turn = FileChannel.open(
                HOME.resolveSibling("keycloak.turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        turn.lock();
        return turn;
    }

    /** Prepares it for its database, which takes half a minute, unless an earlier run did so. */
    static void build() throws IOException, InterruptedException {
        Path marker = HOME.resolve("built-for-tests");
        if (Files.exists(marker)) {
            return;
        }
        Process build = run(Map.of(), "build", "--db=dev-mem");
        if (!build.waitFor(10, TimeUnit.MINUTES) || build.exitValue() != 0) {
            end(build);
            throw new IllegalStateException("Keycloak cannot be built: see " + LOG);
        }
        Files.createFile(marker);
    }

    /** Starts it with the realms of these names, which are test resources, and with more variables in its environment. */
    static Process start(List<String> realms, Map<String, String> environment) throws IOException {
        Path folder = Files.createDirectories(HOME.resolve("data/import"));
        for (String realm : realms) {
            try (InputStream json = KeycloakDistribution.class.getResourceAsStream("/keycloak/" + realm + ".json")) {
                Files.copy(json, folder.resolve(realm + ".json"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return run(environment, "start", "--optimized", "--import-realm");
    }

    /**
     * Ends it in good order, and makes sure that no process of it is left. The script passes SIGTERM on to the JVM that it started; killed
     * itself, it would leave that behind.
     */
    static void end(Process script) {
        List<ProcessHandle> all = Stream.concat(script.descendants(), Stream.of(script.toHandle()))
                .toList();
        CompletableFuture<?>[] exits = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        script.destroy();
        try {
            CompletableFuture.allOf(exits).orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException stubborn) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("Keycloak had to be killed: see " + LOG, stubborn);
        }
    }

    /** Where everything is written that it says. */
    static Path log() {
        return LOG;
    }

    private static Process run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of(HOME.resolve("bin/kc.sh").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        builder.environment().put("JAVA", java);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
