package broken.keystead.jdbc;

import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/** A storage that knows of HTTP and JSON. */
public record UsesForeignLibraries(Context context, JsonNode json) {}
