package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object (RFC 8259) as I-JSON wants it (RFC 7493): valid UTF-8, unique member names at every level, no unpaired surrogates,
 * numbers within a double, nothing behind the object, and at most {@value #MAX_DEPTH} levels.
 *
 * <p>There is a reader of our own because the one inside Nimbus keeps the last of two nested members of one name and never sees what is
 * wrong with the UTF-8, and two readers that disagree about a token or a key set are a hole. A JSON library would be one more dependency
 * of every program that embeds this module.
 */
final class StrictJson {
    static final int MAX_DEPTH = 16;

    private final JsonScanner scanner;

    private StrictJson(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** Reads the object that the bytes are, with nothing but blanks around it. */
    static JsonObject object(byte[] utf8) throws MalformedException {
        JsonScanner scanner = new JsonScanner(decode(utf8));
        scanner.skipBlanks();
        JsonObject object = new StrictJson(scanner).object(1);
        scanner.skipBlanks();
        if (!scanner.isAtEnd()) {
            throw JsonScanner.syntax();
        }
        return object;
    }

    private static String decode(byte[] utf8) throws MalformedException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("it must be valid UTF-8");
        }
    }

    private @Nullable Object value(int depth) throws MalformedException {
        return switch (scanner.peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> scanner.string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> scanner.number();
        };
    }

    private JsonObject object(int depth) throws MalformedException {
        enter('{', depth);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (!scanner.skip('}')) {
            do {
                member(members, depth);
            } while (scanner.skip(','));
            scanner.expect('}');
        }
        return new JsonObject(members);
    }

    private void member(Map<String, @Nullable Object> members, int depth) throws MalformedException {
        scanner.skipBlanks();
        String name = scanner.string();
        if (members.containsKey(name)) {
            throw new MalformedException("it must not have two members of one name");
        }
        scanner.skipBlanks();
        scanner.expect(':');
        scanner.skipBlanks();
        members.put(name, value(depth));
        scanner.skipBlanks();
    }

    private List<@Nullable Object> array(int depth) throws MalformedException {
        enter('[', depth);
        List<@Nullable Object> values = new ArrayList<>();
        if (!scanner.skip(']')) {
            do {
                scanner.skipBlanks();
                values.add(value(depth));
                scanner.skipBlanks();
            } while (scanner.skip(','));
            scanner.expect(']');
        }
        return values;
    }

    private void enter(char bracket, int depth) throws MalformedException {
        scanner.expect(bracket);
        if (depth > MAX_DEPTH) {
            throw new MalformedException("it must not nest deeper than " + MAX_DEPTH);
        }
        scanner.skipBlanks();
    }

    private @Nullable Object literal(String word, @Nullable Object value) throws MalformedException {
        scanner.expect(word);
        return value;
    }
}
