package dev.keystead.core.domain;

/** The subject used the idempotency key in this organisation before, with another request; nothing changed. */
public final class IdempotencyMismatchException extends KeysteadException {
    public IdempotencyMismatchException() {
        super(ErrorKind.IDEMPOTENCY_MISMATCH, "the idempotency key was used before with another request");
    }
}
