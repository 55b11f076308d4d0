package dev.keystead.http;

import java.time.Duration;

/**
 * How long a connection waits for its client, and how often the server looks at its certificate.
 *
 * @param idle without anything happening
 * @param head from the first byte of a request to the end of its headers
 * @param body from there to the end of its body
 * @param write until a piece of an answer is taken, besides what its length takes at {@code bytesPerSecond}
 * @param bytesPerSecond the slowest that a client may read for long
 * @param certificate between two looks at the files of the certificate and its key
 */
record Timeouts(Duration idle, Duration head, Duration body, Duration write, int bytesPerSecond, Duration certificate) {
    /** A connection that is kept outlives what proxies keep by default, which is a minute: they should close it, not the server. */
    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(75),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            4096,
            Duration.ofSeconds(10));

    /** For a piece of this many bytes. */
    Duration writing(long bytes) {
        return write.plusMillis(bytes * 1000 / bytesPerSecond);
    }
}
