package dev.keystead.http;

import io.javalin.config.JavalinConfig;
import java.util.regex.Pattern;

/**
 * Where in a Javalin server of another program the endpoints are to be.
 *
 * @param javalin what {@code Javalin.create} hands out to be configured
 * @param prefix what their paths begin with: nothing, or segments of {@code A-Z a-z 0-9 . _ ~ -}, each behind a slash
 * @param rateLimit requests a second for each subject, with bursts of twice that; 0 for no limit
 * @param observer is told of every request that the endpoints answered
 */
public record HttpMount(JavalinConfig javalin, String prefix, int rateLimit, RequestObserver observer) {
    private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*+");

    public HttpMount {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix is empty, or like /accounts: it ends without a slash");
        }
        if (rateLimit < 0) {
            throw new IllegalArgumentException("a rate limit is not negative");
        }
    }

    /** At the paths of {@code docs/http-api.md}, without a rate limit. */
    public static HttpMount in(JavalinConfig javalin) {
        return new HttpMount(javalin, "", 0, RequestObserver.NONE);
    }

    /** The same below another prefix. */
    public HttpMount below(String otherPrefix) {
        return new HttpMount(javalin, otherPrefix, rateLimit, observer);
    }

    /** The same with another rate limit. */
    public HttpMount limitedTo(int requestsPerSecond) {
        return new HttpMount(javalin, prefix, requestsPerSecond, observer);
    }

    /** The same with another observer. */
    public HttpMount observedBy(RequestObserver another) {
        return new HttpMount(javalin, prefix, rateLimit, another);
    }

    /** The patterns of what the endpoints answer. The doubled slash is the one that clients of the first contract were shown. */
    String[] paths() {
        String base = prefix + CredentialRoutes.BASE + "/*";
        return new String[] {base, "/" + base};
    }
}
