package dev.keystead.core.domain;

/** What went wrong, in the terms of the caller: an edge maps each kind to its own vocabulary (an HTTP status, an exit code). */
public enum ErrorKind {
    /** A value or a request breaks a rule; nothing changed. */
    INVALID,
    /** The token proves nothing. */
    UNAUTHENTICATED,
    /** The caller may not do this in this organisation. */
    FORBIDDEN,
    /** The organisation has no such credential. */
    NOT_FOUND,
    /** The current version is not one that the caller named. */
    PRECONDITION_FAILED,
    /** The idempotency key was used before with another request. */
    IDEMPOTENCY_MISMATCH,
    /** Something needed is out of reach; trying again later may help. */
    UNAVAILABLE,
    /** A fault of ours or of the stored data. */
    INTERNAL
}
