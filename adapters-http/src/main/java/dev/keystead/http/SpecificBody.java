package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** The member {@code specific} of a response; the members of other clouds are absent. */
@JsonPropertyOrder({"role", "tenant", "clientId", "key", "project"})
record SpecificBody(
        @Nullable String role,
        @Nullable String tenant,
        @JsonProperty("clientId") @Nullable String clientId,
        @Nullable String key,
        @Nullable String project) {

    static SpecificBody ofAws(String role) {
        return new SpecificBody(role, null, null, null, null);
    }

    static SpecificBody ofAzure(String tenant, String clientId, String key) {
        return new SpecificBody(null, tenant, clientId, key, null);
    }

    static SpecificBody ofGcp(String project) {
        return new SpecificBody(null, null, null, null, project);
    }
}
