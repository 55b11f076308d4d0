package dev.keystead.http;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.InvalidValueException;

/** The values that the wire writes in its own way. */
final class WireValues {
    private static final String SEED_MISPRINT_OF_GCP = "gap";

    private WireValues() {}

    /** Reads a cloud, case-sensitive; the seed's table prints {@code gap} for {@code gcp}. */
    static CloudType cloudType(String code) {
        return CloudType.of(code.equals(SEED_MISPRINT_OF_GCP) ? CloudType.GCP.code() : code)
                .orElseThrow(() -> new InvalidValueException("must be aws, azure or gcp"));
    }
}
