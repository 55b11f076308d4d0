package dev.keystead.app.ops;

import java.util.Optional;

/** Which version runs. */
public final class Version {
    /** As the jar's manifest has it; {@code (not packaged)} where there is no jar. */
    public static final String OF_THIS = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");

    private Version() {}
}
