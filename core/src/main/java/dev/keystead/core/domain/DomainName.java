package dev.keystead.core.domain;

import java.util.regex.Pattern;

/** A DNS name with at least one dot: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all (RFC 1123, 2.1). */
final class DomainName {
    private static final int MAX = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");

    private DomainName() {}

    static boolean is(String value) {
        return value.length() <= MAX && FORM.matcher(value).matches();
    }
}
