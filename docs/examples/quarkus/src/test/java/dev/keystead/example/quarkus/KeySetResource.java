package dev.keystead.example.quarkus;

import dev.keystead.jose.KeySet;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key set in a file, as the application finds it where it runs. */
public class KeySetResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("keystead-quarkus");
            KeySet.generate().writeTo(keySet(folder));
            return Map.of("keystead.keyset", keySet(folder).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        try {
            if (folder != null) {
                Files.deleteIfExists(keySet(folder));
                Files.deleteIfExists(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path keySet(Path folder) {
        return folder.resolve("keyset.json");
    }
}
