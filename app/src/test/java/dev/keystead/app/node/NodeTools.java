package dev.keystead.app.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that {@code src/test/node} names, fetched from npm into {@code target} once for each state of the lock file. */
public final class NodeTools {
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path TARGET = Path.of("target", "node");
    private static final String SCRIPTS = "*.mjs";
    private static final Path LOG = TARGET.resolve("npm.log");
    private static final String LOCK = "package-lock.json";

    private NodeTools() {}

    /** A script of one of them, by its path among the packages. */
    public static synchronized Path script(String path) throws IOException, InterruptedException {
        Path installed = TARGET.resolve("installed.json");
        if (!Files.exists(installed) || Files.mismatch(installed, SOURCE.resolve(LOCK)) >= 0) {
            install();
            Files.copy(SOURCE.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return TARGET.resolve("node_modules").resolve(path);
    }

    /**
     * Runs a script of our own, where it finds them, and returns what it said and how it ended.
     *
     * @param name of the script in {@code src/test/node}
     */
    public static Outcome run(String name, String... arguments) throws IOException, InterruptedException {
        script(""); // installs them
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SOURCE, SCRIPTS)) {
            for (Path script : scripts) {
                Files.copy(script, TARGET.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> command = new ArrayList<>(List.of("node", name));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command)
                .directory(TARGET.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(node.waitFor(), said);
    }

    /** How a script ended. */
    public record Outcome(int code, String said) {}

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        for (String file : List.of("package.json", LOCK, ".npmrc")) {
            Files.copy(SOURCE.resolve(file), TARGET.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(TARGET.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IllegalStateException("npm ci failed: " + Files.readString(LOG));
        }
    }
}
