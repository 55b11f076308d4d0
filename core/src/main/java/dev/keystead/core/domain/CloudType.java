package dev.keystead.core.domain;

import java.util.Optional;

/** The clouds that an account can be in. */
public enum CloudType {
    AWS("aws"),
    AZURE("azure"),
    GCP("gcp");

    private final String code;

    CloudType(String code) {
        this.code = code;
    }

    /** The name under which the wire and the storage know the cloud. */
    public String code() {
        return code;
    }

    /** The cloud of this code, case-sensitive; empty if there is none. */
    public static Optional<CloudType> of(String code) {
        for (CloudType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
