package dev.keystead.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down which test came out how, a line each, if the configuration parameter (or system property) {@value #FOLDER} names a folder:
 * in a file of the name of the adapter's test class.
 */
final class RuleReport implements BeforeAllCallback, TestWatcher {
    static final String FOLDER = "keystead.tck.report";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> file = fileOf(context);
        boolean outermost =
                context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
        if (outermost && file.isPresent()) {
            Files.createDirectories(file.get().getParent());
            Files.deleteIfExists(file.get());
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        write(context, "passed");
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "left out");
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        write(context, "failed");
    }

    private static void write(ExtensionContext context, String outcome) {
        fileOf(context).ifPresent(file -> {
            try {
                String line = outcome + ": " + context.getDisplayName() + "\n";
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<Path> fileOf(ExtensionContext context) {
        Class<?> adapter = context.getRequiredTestClass();
        for (Optional<ExtensionContext> outer = Optional.of(context); outer.isPresent(); ) {
            adapter = outer.get().getTestClass().orElse(adapter);
            outer = outer.get().getParent();
        }
        String name = adapter.getSimpleName() + ".txt";
        return context.getConfigurationParameter(FOLDER).map(folder -> Path.of(folder, name));
    }
}
