package dev.keystead.core.domain;

import java.util.Optional;

/** What happened to a credential. */
public enum HistoryEvent {
    CREATED("created"),
    UPDATED("updated"),
    REMOVED("removed"),
    RESOLVED("resolved");

    private final String code;

    HistoryEvent(String code) {
        this.code = code;
    }

    /** The name under which the wire and the storage know the event. */
    public String code() {
        return code;
    }

    /** The event of this code; empty if there is none. */
    public static Optional<HistoryEvent> of(String code) {
        for (HistoryEvent event : values()) {
            if (event.code.equals(code)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
