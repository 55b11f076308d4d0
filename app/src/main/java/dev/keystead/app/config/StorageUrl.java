package dev.keystead.app.config;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be shown of a storage's URL. */
public final class StorageUrl {
    private static final String MASK = "********";
    private static final String MASKED = Pattern.quote(MASK) + "(?:[&;:,\\s]|$)";

    /**
     * {@code //user:password@host} (RFC 3986, 3.2.1), with whatever somebody may take for a part of the password; what begins like a port
     * is one, unless an at sign comes before the parameters.
     */
    private static final Pattern USER_INFO =
            Pattern.compile("(//[^/:@\\s]*:)(?:(?!\\d{1,5}(?:[/?;,\\s]|$))[^\\v]*|[^?;\\v]*)(@)");

    /**
     * {@code ;PASSWORD=…} of H2, which may have blanks around its name and goes up to the next unescaped semicolon or the end of the
     * line; {@code ?password=…} and {@code &sslpassword=…} of PostgreSQL, up to the next of these, and secrets of other drivers. What is
     * masked already ends where its mask does.
     */
    private static final Pattern PARAMETER = Pattern.compile(
            "(;[^;=]*(?:passw|pwd|secret|token|cipher)[^;=]*=)(?!" + MASKED + ")(?:[^;\\\\\\v]|\\\\.)*+"
                    + "|([?&][^;?&=\\s]*(?:passw|pwd|secret|token|cipher)[^;?&=\\s]*=)(?!" + MASKED + ")[^&\\v]*",
            Pattern.CASE_INSENSITIVE);

    private StorageUrl() {}

    /** The URL, or any text with URLs in it, without the passwords. */
    public static String redacted(String text) {
        String withoutUserInfo = USER_INFO.matcher(text).replaceAll("$1" + MASK + "$2");
        return PARAMETER
                .matcher(withoutUserInfo)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNullElseGet(found.group(1), () -> found.group(2)) + MASK));
    }

    /** True if the URL has a password in it. */
    static boolean holdsPassword(String url) {
        return !redacted(url).equals(url);
    }
}
