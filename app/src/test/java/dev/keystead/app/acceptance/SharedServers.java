package dev.keystead.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands each test the one server of its storage, which is started at first use and stopped after the last test. */
final class SharedServers implements BeforeEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServers.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        AcceptanceTest test = (AcceptanceTest) context.getRequiredTestInstance();
        test.server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(test.kind, Shared::start, Shared.class)
                .server();
    }

    private record Shared(TestServer server, Path folder) implements AutoCloseable {
        static Shared start(StorageKind kind) {
            try {
                Path folder = Files.createTempDirectory("keystead-acceptance");
                return new Shared(TestServer.over(kind.open(folder), folder), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
