package dev.keystead.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command of the packaged jar that ran to its end.
 *
 * @param code its exit code
 * @param output what it printed
 * @param errors what it wrote to standard error
 */
record CommandProcess(int code, List<String> output, List<String> errors) {

    /** Runs the command in the folder. */
    static CommandProcess run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "command", ".out");
        int code = run(folder, output.toFile(), List.of(), arguments);
        return new CommandProcess(
                code, Files.readAllLines(output), Files.readAllLines(folder.resolve("command-errors.txt")));
    }

    /** Runs the command with options for the JVM and its standard output elsewhere; its exit code. */
    static int run(Path folder, File output, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(
                        Stream.of(java),
                        options.stream(),
                        Stream.of("-jar", System.getProperty("keystead.jar")),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.to(output))
                .redirectError(folder.resolve("command-errors.txt").toFile())
                .start();
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the command does not end");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The last thing that the command in the folder wrote to standard error. */
    static String lastError(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("command-errors.txt"), UTF_8);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
