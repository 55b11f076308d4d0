package dev.keystead.core.domain;

/** The caller lacks the permission; the same whether or not the organisation has data. */
public final class ForbiddenException extends KeysteadException {
    public ForbiddenException() {
        super(ErrorKind.FORBIDDEN, "the token does not permit this in the organisation");
    }
}
