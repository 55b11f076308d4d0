package dev.keystead.app.config;

/** The form of the log. */
public enum LogFormat {
    /** A line of text for each event. */
    TEXT,
    /** A JSON object for each event, in a line. */
    JSON;

    private static final String TEXT_WORD = "text";
    private static final String JSON_WORD = "json";

    static LogFormat from(Settings settings) {
        return settings.oneOf(Option.LOG_FORMAT, TEXT_WORD, JSON_WORD).equals(JSON_WORD) ? JSON : TEXT;
    }
}
