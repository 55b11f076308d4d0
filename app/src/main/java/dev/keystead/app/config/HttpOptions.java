package dev.keystead.app.config;

import java.util.Optional;

/**
 * Where the server listens, and what it bears.
 *
 * @param host an address or a name
 * @param port 0 for any free one
 * @param tls empty for plain HTTP
 * @param rateLimit requests a second for each subject; 0 for no limit
 * @param maxConcurrentRequests requests in progress at the most
 * @param console pages for people
 */
public record HttpOptions(
        String host,
        int port,
        Optional<TlsOptions> tls,
        int rateLimit,
        int maxConcurrentRequests,
        ConsoleOptions console) {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_RATE_LIMIT = 1_000_000;
    private static final int MAX_CONCURRENT_REQUESTS = 10_000;

    static HttpOptions from(Settings settings, Problems problems) {
        return new HttpOptions(
                settings.required(Option.HTTP_HOST),
                settings.number(Option.HTTP_PORT, 0, MAX_PORT),
                TlsOptions.from(settings, problems),
                settings.number(Option.RATE_LIMIT, 0, MAX_RATE_LIMIT),
                settings.number(Option.MAX_CONCURRENT_REQUESTS, 1, MAX_CONCURRENT_REQUESTS),
                ConsoleOptions.from(settings));
    }
}
