package dev.keystead.core.spi;

/** Makes the ids of credentials and history entries. Safe for use by many threads. */
@FunctionalInterface
public interface IdSource {

    /** A new id, greater (as ASCII) than every one that this source gave before: a UUIDv7 (RFC 9562) in lower case. */
    String next();
}
