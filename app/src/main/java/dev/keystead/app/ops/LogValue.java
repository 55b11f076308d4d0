package dev.keystead.app.ops;

import java.util.regex.Pattern;

/** A value in a line of text: as it is if it is plain, else between quotes as in JSON, with nothing in it but printable ASCII. */
final class LogValue {
    private static final Pattern PLAIN = Pattern.compile("[!#-<>-\\[\\]-~]++");

    private LogValue() {}

    static String of(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(unit -> append(quoted, (char) unit));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char unit) {
        if (unit == '"' || unit == '\\') {
            quoted.append('\\').append(unit);
        } else if (unit >= ' ' && unit <= '~') {
            quoted.append(unit);
        } else {
            quoted.append(String.format("\\u%04x", (int) unit));
        }
    }
}
