package dev.keystead.core.spi;

import dev.keystead.core.domain.UnavailableException;
import org.jspecify.annotations.Nullable;

/** The storage is out of reach for now. */
public final class StorageUnavailableException extends UnavailableException {
    private final boolean outcomeUnknown;

    /**
     * Reports the loss of the storage.
     *
     * @param outcomeUnknown true if the commit may have happened (the connection was lost while it ran)
     * @param cause the driver's failure, for the log; null if there is none
     */
    public StorageUnavailableException(boolean outcomeUnknown, @Nullable Throwable cause) {
        super(
                outcomeUnknown ? "the storage was lost and the outcome is unknown" : "the storage is out of reach",
                cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Reports that the storage cannot be opened, though its configuration may be right.
     *
     * @param reason for the operator, such as that another process holds a file; no password is in it
     * @param cause the driver's failure, for the log; null if there is none
     */
    public StorageUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.outcomeUnknown = false;
    }

    /** True if the commit may have happened: repeat it under the same idempotency key to find out. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
