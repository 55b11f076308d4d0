package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A credential in a list, as the seed has it. */
@JsonPropertyOrder({"type", "id", "name", "comments", "resources", "last_time"})
record ListedCredential(String type, String id, String name, String comments, int resources, String lastTime) {}
