package broken.keystead.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import jakarta.validation.Validator;
import tools.jackson.databind.JsonNode;

/** A storage that knows of HTTP and JSON. */
public record UsesForeignLibraries(
        Context context, Validator validator, @JsonProperty JsonNode json) {}
