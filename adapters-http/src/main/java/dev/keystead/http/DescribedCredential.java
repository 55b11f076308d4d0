package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A credential as describe shows it, its secret masked. */
@JsonPropertyOrder({
    "type",
    "id",
    "name",
    "comments",
    "resources",
    "last_time",
    "resources_total",
    "specific",
    "version",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by"
})
record DescribedCredential(
        String type,
        String id,
        String name,
        String comments,
        int resources,
        String lastTime,
        int resourcesTotal,
        SpecificBody specific,
        long version,
        String createdAt,
        String createdBy,
        String updatedAt,
        String updatedBy) {}
