package dev.keystead.jdbc;

import dev.keystead.core.domain.InvalidValueException;
import java.util.Map;
import java.util.Optional;

/** What H2 reports of a URL that it cannot use (H2, {@code ErrorCode}, which are its SQLStates), in the operator's words. */
final class H2Mistakes {
    private static final String NO_FILE =
            "the storage URL names no file: give a path, such as jdbc:h2:file:./keystead-data/keystead";
    private static final String WRONG_VALUE = "the storage URL has a setting with a value that H2 does not take";

    private static final Map<String, String> BY_STATE = Map.of(
            "90113", "the storage URL has a setting that H2 does not know",
            "90088", WRONG_VALUE, // an unknown mode
            "22018", WRONG_VALUE,
            "90011", NO_FILE, // a path that does not say where it begins
            "90046", NO_FILE,
            "90146", "there is no such H2 file, and the storage URL says that it must exist (IFEXISTS)");

    private H2Mistakes() {}

    /** The mistake; empty if the state tells of none. */
    static Optional<InvalidValueException> of(String sqlState) {
        return Optional.ofNullable(BY_STATE.get(sqlState)).map(InvalidValueException::new);
    }
}
