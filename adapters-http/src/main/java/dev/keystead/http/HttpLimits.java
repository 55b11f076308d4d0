package dev.keystead.http;

/**
 * What the server bears. Each server counts for itself.
 *
 * @param rateLimit requests a second for each subject, with bursts of twice that; 0 for no limit
 * @param maxConcurrentRequests how many requests may be in progress; each may hold a thread
 */
public record HttpLimits(int rateLimit, int maxConcurrentRequests) {
    /** No rate limit, 256 requests at once. */
    public static final HttpLimits DEFAULT = new HttpLimits(0, 256);

    public HttpLimits {
        if (rateLimit < 0) {
            throw new IllegalArgumentException("a rate limit is not negative");
        }
        if (maxConcurrentRequests < 1) {
            throw new IllegalArgumentException("a server takes at least one request at a time");
        }
    }
}
