package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organisation must do in its cloud; what does not apply to the cloud is null, and absent on the wire. */
@JsonPropertyOrder({"type", "external_id", "trusted_account", "documents", "steps"})
record DescribedSetup(
        String type,
        @Nullable String externalId,
        @Nullable String trustedAccount,
        @Nullable List<Document> documents,
        List<String> steps) {

    @JsonPropertyOrder({"name", "media_type", "content"})
    record Document(String name, String mediaType, String content) {}
}
