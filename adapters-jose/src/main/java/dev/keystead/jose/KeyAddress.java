package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * An address from which keys are fetched: https, so that nobody on the way can put a key of his own among them, or plain http on this
 * very machine. It has no user info, which would end in logs, and no fragment, which is never sent.
 */
record KeyAddress(URI uri) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int MAX_PORT = 65_535;

    /**
     * Takes an address.
     *
     * @throws InvalidValueException if keys must not be fetched from it; the message says what is expected and repeats nothing of it
     */
    KeyAddress {
        require(uri.getHost() != null, "the URL must be absolute and name a host");
        require(uri.getRawUserInfo() == null, "the URL must have no user info");
        require(uri.getRawFragment() == null, "the URL must have no fragment");
        require(uri.getPort() != 0 && uri.getPort() <= MAX_PORT, "the port of the URL must be 1 to 65535");
        require(
                isScheme(uri, "https") || (isScheme(uri, "http") && isLoopback(uri)),
                "the URL must begin with https; plain http is for 127.0.0.1, [::1] and localhost alone");
    }

    /**
     * Reads an address.
     *
     * @throws InvalidValueException if it is no URL, or keys must not be fetched from it
     */
    static KeyAddress of(String url) {
        try {
            return new KeyAddress(new URI(url));
        } catch (URISyntaxException e) {
            throw new InvalidValueException("the URL is malformed");
        }
    }

    private static boolean isScheme(URI uri, String scheme) {
        return scheme.equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isLoopback(URI uri) {
        return LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static void require(boolean condition, String expected) {
        if (!condition) {
            throw new InvalidValueException(expected);
        }
    }

    /** As it may be shown: without its query, in which a key for the address may stand. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
