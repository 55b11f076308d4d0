package dev.keystead.app.cli;

import dev.keystead.core.spi.StorageProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.ToolProvider;

/** What a stranger puts on the class path: providers of storages, compiled here, and the file that names them. */
final class ForeignJar {
    private final Path folder;
    private final List<String> named = new ArrayList<>();

    ForeignJar(Path folder) {
        this.folder = folder;
    }

    /** Names a class as a provider, be it there or not. */
    ForeignJar naming(String className) {
        named.add(className);
        return this;
    }

    /** A provider of the scheme with this constructor's body and this body of {@code open}. */
    ForeignJar provider(String name, String scheme, String constructor, String open) {
        compile(name, """
                public class %s implements dev.keystead.core.spi.StorageProvider {
                    public %s() { %s }
                    public String scheme() { return "%s"; }
                    public dev.keystead.core.spi.Storage open(dev.keystead.core.spi.StorageConfig config) { %s }
                }
                """.formatted(name, name, constructor, scheme, open));
        return naming(name);
    }

    /** A class of the stranger's own that the compiler saw and nobody brought along. */
    ForeignJar withoutClass(String name, Runnable compiling) {
        compile(name, "public class " + name + " {}");
        compiling.run();
        delete(folder.resolve(name + ".class"));
        return this;
    }

    /** Runs the action as if the folder stood on the class path. */
    <R> R onTheClassPath(Supplier<R> action) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve("dev.keystead.core.spi.StorageProvider"), named);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return action.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void compile(String name, String source) {
        try {
            Path file = Files.writeString(folder.resolve(name + ".java"), source);
            String classPath = folder
                    + System.getProperty("path.separator")
                    + Path.of(StorageProvider.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath());
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-cp", classPath, file.toString());
            if (code != 0) {
                throw new IllegalStateException("does not compile: " + source);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
