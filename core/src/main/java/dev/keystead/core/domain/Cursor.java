package dev.keystead.core.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a paged list goes on: opaque to clients and URL-safe. It holds nothing that needs hiding (the list it belongs to and the last
 * id seen), and is refused by every other list.
 */
public final class Cursor {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\n"; // in none of the values that a cursor holds
    private static final int MAX = 2_048;

    private final List<String> scope;
    private final String position;

    private Cursor(List<String> scope, String position) {
        this.scope = List.copyOf(scope);
        this.position = position;
    }

    /** The cursor behind {@code position} in the list that {@code scope} describes. */
    public static Cursor after(List<String> scope, String position) {
        return new Cursor(scope, position);
    }

    /**
     * Reads what {@link #value()} wrote.
     *
     * @throws InvalidValueException if it was not written by this class
     */
    public static Cursor of(String value) {
        List<String> parts =
                value.length() > MAX ? List.of() : List.of(decode(value).split(SEPARATOR, -1));
        if (parts.size() < 3 || !parts.get(0).equals(VERSION)) {
            throw malformed();
        }
        Cursor cursor = new Cursor(parts.subList(2, parts.size()), parts.get(1));
        if (!cursor.value().equals(value)) {
            throw malformed();
        }
        return cursor;
    }

    /** The position, if the cursor belongs to the list that {@code scope} describes. */
    public Optional<String> positionIn(List<String> scope) {
        return this.scope.equals(scope) ? Optional.of(position) : Optional.empty();
    }

    /** The text that a client hands back. */
    public String value() {
        List<String> parts = new ArrayList<>(List.of(VERSION, position));
        parts.addAll(scope);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("must be a next_cursor of this list");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor that && scope.equals(that.scope) && position.equals(that.position);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, position);
    }

    @Override
    public String toString() {
        return value();
    }
}
