package dev.keystead.core.domain;

/** The current version is none of those that the caller named; nothing changed. */
public final class PreconditionFailedException extends KeysteadException {
    public PreconditionFailedException() {
        super(ErrorKind.PRECONDITION_FAILED, "the credential's current version is not the one named");
    }
}
