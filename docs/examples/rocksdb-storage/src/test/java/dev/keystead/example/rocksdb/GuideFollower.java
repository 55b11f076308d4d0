package dev.keystead.example.rocksdb;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Somebody who does as the guide says in a folder of their own, in a package that no class of the example is in. */
final class GuideFollower {
    static final String PACKAGE = "com.example.mine";

    private final Path folder;
    private final List<String> sources = new ArrayList<>();

    GuideFollower(Path folder) {
        this.folder = folder;
    }

    /** Writes one class down. */
    void write(String name, String code) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, code.replaceAll("\\bdev\\.keystead\\.example\\.(skeleton|rocksdb)\\b", PACKAGE));
        sources.add(file.toString());
    }

    /** Compiles what was written, with nothing of the example in sight. */
    boolean compiles() {
        Stream<String> options = Stream.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path")
                        .lines()
                        .flatMap(GuideFollower::withoutTheExample)
                        .collect(Collectors.joining(System.getProperty("path.separator"))));
        String[] arguments = Stream.concat(options, sources.stream()).toArray(String[]::new);
        return ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) == 0;
    }

    private static Stream<String> withoutTheExample(String classPath) {
        Path own = Path.of("target").toAbsolutePath().normalize();
        return Stream.of(classPath.split(System.getProperty("path.separator"), -1))
                .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().startsWith(own));
    }

    /** Runs the kit's class of that name. */
    Events runs(String test) throws IOException, ClassNotFoundException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url()}, getClass().getClassLoader())) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass(PACKAGE + "." + test)))
                    .execute()
                    .testEvents();
        }
    }

    private URL url() throws MalformedURLException {
        return folder.toUri().toURL();
    }
}
