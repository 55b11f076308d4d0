package dev.keystead.jose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a JSON text and reads the values that hold no others (RFC 8259, 6 and 7). */
final class JsonScanner {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final char END = '\0'; // no JSON token begins with it, so it can stand for the end of the text

    private final String text;
    private int at;

    JsonScanner(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The next character, which stays the next; NUL at the end. */
    char peek() {
        return isAtEnd() ? END : text.charAt(at);
    }

    void skipBlanks() {
        while (" \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    /** Goes past the character if it is the next. */
    boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char c) throws MalformedException {
        if (!skip(c)) {
            throw syntax();
        }
    }

    void expect(String word) throws MalformedException {
        if (!text.startsWith(word, at)) {
            throw syntax();
        }
        at += word.length();
    }

    Double number() throws MalformedException {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw syntax();
        }
        at = number.end();
        double value = Double.parseDouble(number.group());
        if (Double.isInfinite(value)) {
            throw new MalformedException("it must not have numbers beyond the range of a double");
        }
        return value;
    }

    String string() throws MalformedException {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw syntax();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new MalformedException("it must not have unpaired surrogates");
        }
        return value.toString();
    }

    private char escaped() throws MalformedException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
            default -> throw syntax();
        };
    }

    private int hexDigit() throws MalformedException {
        char c = next();
        int digit = c < 0x80 ? Character.digit(c, 16) : -1; // Character knows the digits of other scripts too
        if (digit < 0) {
            throw syntax();
        }
        return digit;
    }

    private char next() throws MalformedException {
        if (isAtEnd()) {
            throw syntax();
        }
        return text.charAt(at++);
    }

    static MalformedException syntax() {
        return new MalformedException("it must be a JSON object");
    }
}
