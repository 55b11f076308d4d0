package dev.keystead.core.spi;

/** Something of the same name is there already; nothing changed. */
public final class DuplicateException extends StorageException {
    private final Of of;

    public DuplicateException(Of of) {
        super(of.message);
        this.of = of;
    }

    /** What is there already. */
    public Of of() {
        return of;
    }

    /** The things whose names are unique. */
    public enum Of {
        CREDENTIAL("the organisation has a credential of this id"),
        RECEIPT("there is a receipt under this key"),
        HISTORY_ENTRY("the organisation has a history entry of this id"),
        EXTERNAL_ID("the organisation has an external id");

        private final String message;

        Of(String message) {
            this.message = message;
        }
    }
}
