package dev.keystead.jose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values as {@link StrictJson} reads them, and writes each in one of its many texts: other blanks, other escapes. */
final class RandomJson {
    private static final String SHORT_ESCAPES = "\"\"\\\\//\bb\ff\nn\rr\tt"; // each character and its letter

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** An object of at most this many levels. */
    JsonObject object(int levels) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            members.put(string(), value(levels - 1));
        }
        return new JsonObject(members);
    }

    private @Nullable Object value(int levels) {
        return switch (random.nextInt(levels > 0 ? 7 : 5)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (double) random.nextInt();
            case 3 -> number();
            case 4 -> string();
            case 5 -> object(levels);
            default -> array(levels);
        };
    }

    private List<@Nullable Object> array(int levels) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            values.add(value(levels - 1));
        }
        return values;
    }

    private Double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : 0.0;
    }

    /** Any text that has no unpaired surrogate. */
    String string() {
        return random.ints(random.nextInt(12), 0, random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    String text(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            StringJoiner members = new StringJoiner(",", "{" + blanks(), "}");
            object.members()
                    .forEach((name, member) -> members.add(blanks() + quoted(name) + blanks() + ':' + text(member)));
            return blanks() + members + blanks();
        }
        if (value instanceof List<?> list) {
            StringJoiner values = new StringJoiner(",", "[" + blanks(), "]");
            list.forEach(element -> values.add(text(element)));
            return blanks() + values + blanks();
        }
        return blanks() + (value instanceof String string ? quoted(string) : String.valueOf(value)) + blanks();
    }

    private String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(written(c)));
        return quoted.append('"').toString();
    }

    private String written(int codePoint) {
        int known = SHORT_ESCAPES.indexOf(codePoint);
        if (known >= 0 && known % 2 == 0 && random.nextBoolean()) {
            return "\\" + SHORT_ESCAPES.charAt(known + 1);
        }
        String raw = Character.toString(codePoint);
        if (codePoint >= ' ' && codePoint != '"' && codePoint != '\\' && random.nextInt(8) > 0) {
            return raw;
        }
        String form = random.nextBoolean() ? "\\u%04x" : "\\u%04X";
        return raw.chars().mapToObj(form::formatted).collect(Collectors.joining());
    }

    private String blanks() {
        return random.nextInt(4) == 0 ? List.of(" ", "\t", "\n", "\r\n", "  ").get(random.nextInt(5)) : "";
    }
}
