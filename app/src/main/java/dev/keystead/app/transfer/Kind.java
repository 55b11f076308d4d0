package dev.keystead.app.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line is. Within an organisation the kinds come in this order, so that an export beside a running server has the history of
 * each credential that it has, and the external id under which any of them was made.
 */
enum Kind {
    HEADER,
    CREDENTIAL,
    HISTORY,
    EXTERNAL_ID,
    TRAILER;

    /** The value of the member {@code kind}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this code; empty if there is none. */
    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
