package dev.keystead.performance.usual;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire. */
final class Wire {
    private Wire() {}

    record Create(
            @JsonProperty("org_id") @NotBlank @Size(max = 128)
            String orgId,

            @NotNull @Pattern(regexp = "aws|azure|gcp") String type,
            @NotBlank @Size(max = 256) String name,
            @Size(max = 1024) String comments,
            @NotNull @Valid Specific specific) {}

    record Update(
            @JsonProperty("org_id") @NotBlank @Size(max = 128)
            String orgId,

            @JsonProperty("credential_id") @NotBlank @Size(max = 64)
            String id,

            @NotNull @Valid Data data) {}

    record Delete(
            @JsonProperty("org_id") @NotBlank @Size(max = 128)
            String orgId,

            @JsonProperty("credential_id") @NotBlank @Size(max = 64)
            String id) {}

    record Data(
            @Nullable @Size(max = 256) String name,
            @Nullable @Size(max = 1024) String comments) {}

    record Specific(
            @Nullable @Pattern(regexp = "arn:aws[a-z-]*:iam::\\d{12}:role/.+")
            String role,

            @Nullable @Size(max = 256) String tenant,
            @Nullable @Pattern(regexp = "[0-9a-f-]{36}") String clientId,
            @Nullable @Size(max = 256) String key,
            @Nullable @Size(max = 30) String project) {}

    record Item(
            String type,
            String id,
            String name,
            String comments,
            int resources,
            @JsonProperty("last_time") String lastTime) {
        static Item of(CredentialEntity row) {
            return new Item(
                    row.type,
                    row.id,
                    row.name,
                    row.comments,
                    row.resources,
                    row.lastTime == null ? "" : row.lastTime.toString());
        }
    }

    record Listing(int status, List<Item> credentials) {}

    record Done(int status, String result) {
        static final Done OK = new Done(200, "ok");
    }
}
