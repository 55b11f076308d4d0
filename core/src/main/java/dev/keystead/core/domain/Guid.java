package dev.keystead.core.domain;

import java.util.regex.Pattern;

/** The textual form of a GUID without braces, as Microsoft Entra prints it. */
final class Guid {
    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final int LENGTH = 36;

    private Guid() {}

    static boolean is(String value) {
        return value.length() == LENGTH && FORM.matcher(value).matches();
    }

    static boolean isNil(String value) {
        return NIL.equals(value);
    }
}
