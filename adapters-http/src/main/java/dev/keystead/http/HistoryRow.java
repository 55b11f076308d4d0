package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** A history entry. */
@JsonPropertyOrder({
    "id",
    "time",
    "actor",
    "event",
    "credential_id",
    "credential_name",
    "reason",
    "changed",
    "request_id"
})
record HistoryRow(
        String id,
        String time,
        String actor,
        String event,
        String credentialId,
        String credentialName,
        String reason,
        List<String> changed,
        String requestId) {}
