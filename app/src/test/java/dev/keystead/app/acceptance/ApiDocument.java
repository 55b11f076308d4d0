package dev.keystead.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, or a changed copy of it. */
record ApiDocument(JsonNode root) {
    static final Path FILE = Path.of("..", "docs", "openapi.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();

    static ApiDocument read() {
        return of(text());
    }

    static ApiDocument of(String yaml) {
        return new ApiDocument(YAML.readTree(yaml));
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The document with one piece of its text changed, which must be there. */
    static String changed(String piece, String instead) {
        String text = text();
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("the document has no " + piece);
        }
        return text.replace(piece, instead);
    }

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new ApiOperation(this, path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The pointers of all members that a value of the schema may have, with {@code *} for each item of an array. */
    Set<String> members(JsonNode schema) {
        Set<String> members = new TreeSet<>();
        collect("", schema, members);
        return members;
    }

    /** The pointers of all members that the value has, written in the same way. */
    static Set<String> membersOf(JsonNode value) {
        Set<String> members = new TreeSet<>();
        collectOf("", value, members);
        return members;
    }

    private void collect(String pointer, JsonNode reference, Set<String> members) {
        JsonNode schema = resolve(reference);
        schema.path("oneOf").forEach(choice -> collect(pointer, choice, members));
        schema.path("properties").properties().forEach(member -> {
            members.add(pointer + "/" + member.getKey());
            collect(pointer + "/" + member.getKey(), member.getValue(), members);
        });
        if (schema.has("items")) {
            collect(pointer + "/*", schema.get("items"), members);
        }
    }

    private static void collectOf(String pointer, JsonNode value, Set<String> members) {
        value.properties().forEach(member -> {
            members.add(pointer + "/" + member.getKey());
            collectOf(pointer + "/" + member.getKey(), member.getValue(), members);
        });
        if (value.isArray()) {
            value.forEach(item -> collectOf(pointer + "/*", item, members));
        }
    }
}
