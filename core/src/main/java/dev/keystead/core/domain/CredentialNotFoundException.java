package dev.keystead.core.domain;

/** The organisation has no such credential: it never had it, it was removed, or another organisation has it. */
public final class CredentialNotFoundException extends KeysteadException {
    public CredentialNotFoundException() {
        super(ErrorKind.NOT_FOUND, "no such credential in the organisation");
    }
}
