package dev.keystead.jose;

/** Something could not be fetched. The message is a phrase that says why and repeats nothing of what was received. */
final class FetchException extends Exception {
    private final String reason;

    FetchException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return reason;
    }
}
