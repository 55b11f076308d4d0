package dev.keystead.http;

/** Makes the names that a client sent fit for a response. */
final class Printable {
    private Printable() {}

    /** The text with unpaired surrogates, which UTF-8 cannot carry, replaced. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
