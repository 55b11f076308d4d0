package dev.keystead.app.wiring;

import dev.keystead.app.config.LogFormat;
import dev.keystead.app.ops.AccessLog;
import dev.keystead.app.ops.Metrics;
import dev.keystead.app.ops.RequestMetrics;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.http.RequestObserver;
import dev.keystead.jdbc.JdbcStorage;
import dev.keystead.jdbc.PoolUse;
import dev.keystead.jose.Jose;
import dev.keystead.jose.TokenCacheUse;
import java.util.function.ToDoubleFunction;

/** What the operator sees of the parts of a server. */
final class Instruments {
    private final Metrics metrics;

    Instruments(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Notes each request in the log and in the metrics. */
    RequestObserver observer(LogFormat format) {
        AccessLog log = new AccessLog(format);
        RequestMetrics counts = new RequestMetrics(metrics);
        return request -> {
            counts.answered(request);
            log.answered(request);
        };
    }

    /** Follows the pool of a storage, if it has one. */
    void follow(Storage storage) {
        if (storage instanceof JdbcStorage jdbc) {
            pool("active", "connections to the storage that are in use", jdbc, PoolUse::active);
            pool("idle", "connections to the storage that are not in use", jdbc, PoolUse::idle);
            pool("waiting", "threads that wait for a connection to the storage", jdbc, PoolUse::waiting);
            pool("limit", "connections to the storage at the most", jdbc, PoolUse::limit);
        }
    }

    private void pool(String name, String description, JdbcStorage storage, ToDoubleFunction<PoolUse> value) {
        metrics.gauge(
                "keystead.pool.connections." + name,
                description,
                () -> storage.poolUse().stream().mapToDouble(value).sum());
    }

    /** Follows the cache of verified tokens, and whether there are keys. */
    void follow(TokenVerifier tokens) {
        metrics.counter(
                "keystead.token.cache.hits", "tokens that were found verified", () -> of(tokens, TokenCacheUse::hits));
        metrics.counter(
                "keystead.token.cache.misses",
                "tokens that had to be verified",
                () -> of(tokens, TokenCacheUse::misses));
        metrics.gauge(
                "keystead.token.cache.size",
                "verified tokens that are remembered",
                () -> of(tokens, TokenCacheUse::size));
        metrics.gauge(
                "keystead.token.keys.ready",
                "1 if there are keys to verify tokens with",
                () -> tokens.isReady() ? 1 : 0);
    }

    private static double of(TokenVerifier tokens, ToDoubleFunction<TokenCacheUse> value) {
        return Jose.cacheUse(tokens).stream().mapToDouble(value).sum();
    }

    /** Follows what is sealed anew. */
    void follow(Resealing resealing) {
        metrics.gauge(
                "keystead.reseal.secrets.left",
                "stored secrets that are not under the key that seals, when last counted",
                resealing::left);
    }
}
