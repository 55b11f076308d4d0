package dev.keystead.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes of JSON that Jackson does not take for what they are. */
final class Escapes {
    /** Of a surrogate pair, of a surrogate without its other half (the group), and all others. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:"
            + "u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}"
            + "|u([dD][89a-fA-F]\\p{XDigit}{2})"
            + "|.)");

    private Escapes() {}

    /**
     * The same JSON with unpaired surrogates written as themselves. Escaped in a name, Jackson refuses them as bad syntax; but they are
     * grammatical (RFC 8259, 8.2), and which names and values there are is for others to say.
     */
    static String withoutUnpairedSurrogates(String json) {
        return ESCAPE.matcher(json).replaceAll(escape -> {
            String unpaired = escape.group(1);
            return unpaired == null
                    ? Matcher.quoteReplacement(escape.group())
                    : String.valueOf((char) Integer.parseInt(unpaired, 16));
        });
    }
}
