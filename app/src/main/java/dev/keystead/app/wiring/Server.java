package dev.keystead.app.wiring;

import dev.keystead.app.config.HttpOptions;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.core.Keystead;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.core.usecase.UseCases;
import dev.keystead.http.HttpAdapter;
import dev.keystead.http.HttpConfig;
import dev.keystead.jose.Jose;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** A running server: storage, keys and HTTP put together. Safe for use by many threads. */
public final class Server implements AutoCloseable {
    private final String address;
    private final Resources resources;

    private Server(String address, Resources resources) {
        this.address = address;
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
        Keys keys = Keys.read(config, clock);
        resources.addIfCloseable(keys.tokens());
        Storage storage = resources.add(OpenStorage.open(config.storage(), clock));
        OpenStorage.migrate(storage, config.storage());
        OpenStorage.requireKeysOf(storage, config.storage(), keys.secrets(), config.keySet());
        Keystead keystead = Keystead.builder()
                .repository(storage.repository())
                .sealer(Jose.sealer(keys.secrets()))
                .clock(clock)
                .build();
        resources.add(ReceiptExpiry.start(storage.maintenance(), clock));
        HttpAdapter http = resources.add(listen(config.http(), keystead.useCases(), keys.tokens(), clock));
        return new Server("http://" + bracketed(config.http().host()) + ":" + http.port(), resources);
    }

    /** Where it is reached, with the real port, such as {@code http://127.0.0.1:8080}. */
    public String address() {
        return address;
    }

    /** Stops listening, lets running requests finish, closes the storage. Calling it again does nothing. */
    @Override
    public void close() {
        resources.close();
    }

    private static HttpAdapter listen(HttpOptions options, UseCases useCases, TokenVerifier tokens, Clock clock) {
        try {
            return HttpAdapter.start(new HttpConfig(options.host(), options.port()), useCases, tokens, clock);
        } catch (RuntimeException failure) {
            throw whyItCannotListen(failure)
                    .<RuntimeException>map(reason -> new StartException(
                            "cannot listen on " + bracketed(options.host()) + ":" + options.port() + ": " + reason,
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

    /** An IPv6 address stands in brackets (RFC 3986, 3.2.2). */
    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
