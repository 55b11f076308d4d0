package dev.keystead.app.wiring;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.core.spi.StorageProvider;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The storages on the class path. */
final class StorageProviders {
    private StorageProviders() {}

    /**
     * The provider that answers for the URL's scheme, the part before the first colon.
     *
     * @throws ConfigurationException if there is none; it names those that there are
     * @throws StartException if one of them cannot be loaded
     */
    static StorageProvider forUrl(String url) {
        List<StorageProvider> providers = load();
        String scheme = url.split(":", 2)[0];
        return providers.stream()
                .filter(provider -> url.contains(":") && provider.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        List.of("storage-url: no storage answers for what stands before its first colon; there are "
                                + providers.stream()
                                        .map(provider -> provider.scheme() + ":")
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    }

    private static List<StorageProvider> load() {
        try {
            return ServiceLoader.load(StorageProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError broken) {
            throw new StartException("a storage provider on the class path is broken: " + broken.getMessage(), broken);
        }
    }
}
