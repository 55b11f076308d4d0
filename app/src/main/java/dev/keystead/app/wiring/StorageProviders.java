package dev.keystead.app.wiring;

import dev.keystead.app.config.ConfigurationException;
import dev.keystead.core.spi.StorageProvider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The storages on the class path, whoever wrote them. */
final class StorageProviders {
    private StorageProviders() {}

    /**
     * The provider that answers for the URL's scheme, the part before the first colon.
     *
     * @throws ConfigurationException if there is none, naming those that there are; or if there is more than one
     * @throws StartException if any provider on the class path cannot be loaded, wanted or not
     */
    static StorageProvider forUrl(String url) {
        List<Candidate> all = load();
        String scheme = url.split(":", 2)[0];
        List<Candidate> answering = all.stream()
                .filter(candidate -> url.contains(":") && candidate.scheme().equals(scheme))
                .toList();
        if (answering.isEmpty()) {
            throw problem("no storage answers for what stands before its first colon; there are "
                    + listed(all.stream().map(candidate -> candidate.scheme() + ":")));
        }
        if (answering.size() > 1) {
            throw problem("more than one storage on the class path answers for " + scheme + ": "
                    + listed(answering.stream().map(Candidate::className)));
        }
        return answering.get(0).provider();
    }

    private static ConfigurationException problem(String text) {
        return new ConfigurationException(List.of("storage-url: " + text));
    }

    private static String listed(Stream<String> names) {
        return names.distinct().sorted().collect(Collectors.joining(", "));
    }

    /** Each provider with its scheme, for which a provider may fail as well as anywhere else. */
    private static List<Candidate> load() {
        try {
            return ServiceLoader.load(StorageProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(provider -> new Candidate(Objects.requireNonNull(provider.scheme(), "no scheme"), provider))
                    .toList();
        } catch (RuntimeException | Error broken) {
            throw new StartException("a storage provider on the class path is broken: " + reason(broken), broken);
        }
    }

    /** The loader's own words, and what the provider failed with: a class that is missing has its name there. */
    private static String reason(Throwable broken) {
        return Optional.ofNullable(broken.getCause())
                .map(cause -> broken.getMessage() + ": " + cause)
                .orElseGet(() -> broken instanceof ServiceConfigurationError
                        ? String.valueOf(broken.getMessage())
                        : broken.toString());
    }

    private record Candidate(String scheme, StorageProvider provider) {
        String className() {
            return provider.getClass().getName();
        }
    }
}
