package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A credential with its secret in clear; the only wire record that ever holds one. */
@JsonPropertyOrder({"type", "id", "name", "specific", "version"})
record ResolvedCredential(String type, String id, String name, SpecificBody specific, long version) {
    @Override
    public String toString() {
        return "ResolvedCredential[id=" + id + "]";
    }
}
