package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A credential with its secret in clear, the only wire record that ever holds one; the external id is there for AWS alone. */
@JsonPropertyOrder({"type", "id", "name", "specific", "version", "external_id"})
record ResolvedCredential(
        String type,
        String id,
        String name,
        SpecificBody specific,
        long version,
        @Nullable String externalId) {
    @Override
    public String toString() {
        return "ResolvedCredential[id=" + id + "]";
    }
}
