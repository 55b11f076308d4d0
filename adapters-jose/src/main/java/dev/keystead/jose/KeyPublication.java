package dev.keystead.jose;

/** A key set that is published elsewhere. Its {@code toString} is the address, as it may be shown. Safe for use by many threads. */
interface KeyPublication {

    /** Fetches the set as it is now, within a few seconds. */
    WebDocument fetch() throws FetchException;
}
