package dev.keystead.app.wiring;

import dev.keystead.app.config.Address;
import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.HttpOptions;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.app.config.TlsOptions;
import dev.keystead.app.ops.ManagementListener;
import dev.keystead.app.ops.MeteredSealer;
import dev.keystead.app.ops.Metrics;
import dev.keystead.app.ops.Readiness;
import dev.keystead.app.ops.Version;
import dev.keystead.app.web.WebPages;
import dev.keystead.core.Keystead;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import dev.keystead.http.HttpAdapter;
import dev.keystead.http.HttpConfig;
import dev.keystead.http.HttpLimits;
import dev.keystead.http.RequestObserver;
import dev.keystead.http.TlsFiles;
import dev.keystead.jose.Jose;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A running server: storage, keys and HTTP put together. Safe for use by many threads. */
public final class Server implements AutoCloseable {
    private final String address;
    private final Optional<String> managementAddress;
    private final Readiness readiness;
    private final Resources resources;

    private Server(String address, Optional<String> managementAddress, Readiness readiness, Resources resources) {
        this.address = address;
        this.managementAddress = managementAddress;
        this.readiness = readiness;
        this.resources = resources;
    }

    /**
     * Starts a server; if that fails, nothing stays open.
     *
     * @throws dev.keystead.app.config.ConfigurationException if the keys, the storage's options or both do not fit together
     * @throws StartException if the storage is out of reach or the address cannot be listened on
     */
    public static Server start(ServerConfig config, Clock clock) {
        Resources resources = new Resources();
        try {
            return start(config, clock, resources);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    private static Server start(ServerConfig config, Clock clock, Resources resources) {
        Keys keys = Keys.read(config, clock, resources);
        Storage storage = resources.add(OpenStorage.open(config.storage(), clock));
        OpenStorage.migrate(storage, config.storage());
        OpenStorage.requireKeysOf(storage, config.storage(), keys.secrets().current(), config.keySet());
        CredentialRepository repository = OpenStorage.attempt(config.storage(), storage::repository);
        StorageMaintenance maintenance = OpenStorage.attempt(config.storage(), storage::maintenance);
        Metrics metrics = resources.add(new Metrics(Version.OF_THIS));
        Instruments instruments = new Instruments(metrics);
        instruments.follow(storage);
        instruments.follow(keys.tokens());
        SecretSealer sealer = new MeteredSealer(Jose.sealer(keys.secrets()), metrics);
        Keystead keystead = Keystead.builder()
                .repository(repository)
                .sealer(sealer)
                .platform(config.platform())
                .clock(clock)
                .build();
        resources.add(ReceiptExpiry.start(maintenance, clock));
        instruments.follow(resources.add(Resealing.start(maintenance, sealer)));
        Readiness readiness = new Readiness(storage, keys.tokens());
        Optional<String> management = config.management()
                .address()
                .map(address -> listening(
                        "management", address, () -> ManagementListener.start(address, readiness, metrics::scrape)))
                .map(resources::add)
                .map(listener -> "http://" + listener.address());
        HttpAdapter http = resources.add(
                listen(config, instruments.observer(config.logFormat()), keystead.useCases(), keys.tokens(), clock));
        readiness.started();
        String scheme = config.http().tls().isPresent() ? "https://" : "http://";
        return new Server(scheme + addressOf(config.http()).at(http.port()), management, readiness, resources);
    }

    /** Where it is reached, with the real port, such as {@code http://127.0.0.1:8080}. */
    public String address() {
        return address;
    }

    /** Where its probes are reached, with the real port; empty if that is off. */
    public Optional<String> managementAddress() {
        return managementAddress;
    }

    /** Stops listening, lets running requests finish, closes the storage. Calling it again does nothing. */
    @Override
    public void close() {
        readiness.ending();
        resources.close();
    }

    private static HttpAdapter listen(
            ServerConfig all, RequestObserver observer, UseCases useCases, TokenVerifier tokens, Clock clock) {
        HttpOptions options = all.http();
        HttpLimits limits = new HttpLimits(options.rateLimit(), options.maxConcurrentRequests());
        HttpConfig config = new HttpConfig(
                options.host(),
                options.port(),
                limits,
                options.tls().map(Server::files),
                observer,
                options.console().on() ? WebPages.all(options.console(), all.auth()) : List.of());
        try {
            return listening("http", addressOf(options), () -> HttpAdapter.start(config, useCases, tokens, clock));
        } catch (InvalidValueException unusable) {
            throw new ConfigurationException(List.of("tls-certificate, tls-private-key: " + unusable.getMessage()));
        }
    }

    private static TlsFiles files(TlsOptions options) {
        return new TlsFiles(options.certificate(), options.privateKey());
    }

    private static Address addressOf(HttpOptions options) {
        return new Address(options.host(), options.port());
    }

    /**
     * Begins to listen.
     *
     * @param options what the names of the options begin with that say where
     */
    private static <T> T listening(String options, Address address, Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException failure) {
            throw whyItCannotListen(failure)
                    .<RuntimeException>map(reason -> new StartException(
                            "cannot listen on " + address + " (" + options + "-host, " + options + "-port): " + reason,
                            failure))
                    .orElse(failure);
        }
    }

    /** The network's own word; empty if the failure is none of the network's. */
    private static Optional<String> whyItCannotListen(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof SocketException || cause instanceof UnresolvedAddressException)
                .reduce((outer, inner) -> inner)
                .map(cause -> Optional.ofNullable(cause.getMessage()).orElse("unknown host"));
    }
}
