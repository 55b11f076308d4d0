package dev.keystead.jose;

import java.time.Instant;
import java.util.Optional;

/** A document as it was fetched; nobody has looked at it yet. */
final class WebDocument {
    private final byte[] content;
    private final Optional<Instant> date;

    WebDocument(byte[] content, Optional<Instant> date) {
        this.content = content;
        this.date = date;
    }

    byte[] content() {
        return content;
    }

    /** The time by the server's clock when it answered, to the second (RFC 9110, 6.6.1); empty if it did not say. */
    Optional<Instant> date() {
        return date;
    }
}
