package dev.keystead.app.ops;

/** A value in a line of text: as it is if it is plain, else between quotes as in JSON, with nothing in it but printable ASCII. */
final class LogValue {
    private LogValue() {}

    static String of(String value) {
        if (isPlain(value)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(unit -> append(quoted, (char) unit));
        return quoted.append('"').toString();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit <= ' ' || unit > '~' || unit == '"' || unit == '=' || unit == '\\') {
                return false;
            }
        }
        return !value.isEmpty();
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
