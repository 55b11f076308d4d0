package dev.keystead.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelopes of the successes; the member {@code status} repeats the HTTP status. */
final class Bodies {
    private Bodies() {}

    @JsonPropertyOrder({"status", "response", "credential"})
    record Message(int status, String response, @Nullable DescribedCredential credential) {}

    @JsonPropertyOrder({"status", "credential"})
    record Described(int status, DescribedCredential credential) {}

    @JsonPropertyOrder({"status", "credential"})
    record Resolved(int status, ResolvedCredential credential) {}

    @JsonPropertyOrder({"status", "setup"})
    record Setup(int status, DescribedSetup setup) {}

    @JsonPropertyOrder({"status", "history", "next_cursor"})
    record History(
            int status, List<HistoryRow> history, @Nullable String nextCursor) {}
}
