package dev.keystead.jose;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Fetches small documents over HTTP, each within a time and a size whatever the server does, and follows no redirect. Proxies and
 * trusted certificates are those of the platform's defaults. Safe for use by many threads.
 */
final class WebDocuments {
    private final Limits limits;
    private final HttpClient client;

    WebDocuments(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connecting())
                .build();
    }

    /**
     * Fetches a document.
     *
     * @throws FetchException if it does not come whole within the limits, with status 200, or the thread is interrupted meanwhile
     */
    WebDocument get(KeyAddress address) throws FetchException {
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .header("Accept", "application/json, application/jwk-set+json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new LimitedBody(info.statusCode(), limits.maxBytes()));
        try {
            HttpResponse<byte[]> whole = answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
            return new WebDocument(
                    whole.body(), whole.headers().firstValue("Date").flatMap(WebDocuments::instant));
        } catch (TimeoutException e) {
            throw late();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("the fetch was interrupted");
        } finally {
            answer.cancel(true); // else a server that drips would go on with it
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private FetchException late() {
        return new FetchException(
                "there is no whole answer within " + limits.whole().toMillis() + " ms");
    }

    /** In our words, since those of the network may repeat what was received. */
    private FetchException failure(ExecutionException e) {
        if (cause(e, FetchException.class).isPresent()) {
            return cause(e, FetchException.class).get();
        }
        if (cause(e, HttpTimeoutException.class).isPresent()) {
            return late();
        }
        if (cause(e, UnresolvedAddressException.class).isPresent()) {
            return new FetchException("the host is unknown");
        }
        if (cause(e, ConnectException.class).isPresent()) {
            return new FetchException("there is no connection");
        }
        if (cause(e, SSLException.class).isPresent()) {
            return new FetchException("TLS cannot be agreed on, or the certificate is not trusted");
        }
        return new FetchException("the connection failed: "
                + cause(e, IOException.class)
                        .map(Object::getClass)
                        .map(Class::getSimpleName)
                        .orElse("unknown"));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, next -> next != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /**
     * How much is waited and taken.
     *
     * @param connecting for a connection
     * @param whole for the answer to its last byte, the connection included
     * @param maxBytes of the body
     */
    record Limits(Duration connecting, Duration whole, int maxBytes) {
        /** What key sets and discovery documents need is a fraction of these. */
        static final Limits DEFAULT = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 256 * 1024);
    }
}
