package dev.keystead.core.domain;

import java.util.function.IntPredicate;

/**
 * The checks that free text and identifiers share. Lengths are in code points. Every value of every row that is read passes here, hence
 * the loops: streams took a fourteenth of the time of a list.
 */
final class Text {
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Text() {}

    /** One line of 1 to {@code max} code points after stripping, without control characters anywhere; returned stripped. */
    static String line(String value, int max) {
        if (containsAny(
                value,
                c -> Character.isISOControl(c)
                        || c == LINE_SEPARATOR
                        || c == PARAGRAPH_SEPARATOR
                        || isUnpairedSurrogate(c))) {
            throw new InvalidValueException(
                    "must not contain control characters, line separators or unpaired surrogates");
        }
        String stripped = strip(value);
        if (stripped.isEmpty() || length(stripped) > max) {
            throw new InvalidValueException(
                    "must have 1 to " + max + " characters, not counting white space around them");
        }
        return stripped;
    }

    /** Text of up to {@code max} code points; of the control characters only tab, CR and LF. */
    static String block(String value, int max) {
        if (length(value) > max) {
            throw new InvalidValueException("must have at most " + max + " characters");
        }
        if (containsAny(
                value,
                c -> (Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n') || isUnpairedSurrogate(c))) {
            throw new InvalidValueException(
                    "must not contain control characters other than tab, CR and LF, or unpaired surrogates");
        }
        return value;
    }

    /**
     * Without the white space around it. {@link String#strip} would leave the no-break spaces, and so a name that looks empty; the white
     * space of Unicode that is missing here is control characters.
     */
    static String strip(String value) {
        int begin = 0;
        int end = value.length();
        while (begin < end && Character.isSpaceChar(value.charAt(begin))) {
            begin++;
        }
        while (begin < end && Character.isSpaceChar(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(begin, end);
    }

    static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    static boolean containsAny(String value, IntPredicate test) {
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (test.test(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** True for 1 to {@code max} characters that all pass the test. */
    static boolean isWord(String value, int max, IntPredicate allowed) {
        if (value.isEmpty() || value.length() > max) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!allowed.test(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static boolean isVisibleAscii(int c) {
        return c > ' ' && c <= '~';
    }

    /** A code point in the surrogate range stands for a surrogate without its partner. */
    static boolean isUnpairedSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
