package dev.keystead.app.transfer;

import dev.keystead.core.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the members of an object of a line one by one, strictly: nothing is coerced, nothing is normalised, and nothing may be left
 * over. Problems name the member and never its value. Not safe for use by many threads.
 */
final class Members {
    private static final Instant MIN_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final int TIME_LENGTH = 24;

    private final ObjectNode object;
    private final String pointer;
    private final Set<String> taken = new LinkedHashSet<>();

    private Members(ObjectNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    static Members of(ObjectNode line) {
        return new Members(line, "");
    }

    /** A value of the domain whose text is exactly what stands there. */
    <T> T value(String name, Function<String, T> type) {
        String text = text(name);
        T value;
        try {
            value = type.apply(text);
        } catch (InvalidValueException wrong) {
            throw problem(name, wrong.getMessage());
        }
        if (!value.toString().equals(text)) {
            throw problem(name, "is not as it is stored: there is white space around it, or upper case in it");
        }
        return value;
    }

    /** The value of a code, such as a cloud's. */
    <T> T code(String name, Function<String, Optional<T>> codes) {
        return codes.apply(text(name)).orElseThrow(() -> problem(name, "is not one of the known values"));
    }

    String text(String name) {
        JsonNode value = take(name);
        if (!value.isString()) {
            throw problem(name, "must be a string");
        }
        return value.stringValue();
    }

    long number(String name, long min, long max) {
        JsonNode value = take(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw problem(name, "must be a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    Instant time(String name) {
        String text = text(name);
        try {
            Instant time = Json.time(text);
            if (text.length() == TIME_LENGTH && !time.isBefore(MIN_TIME)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // reported with those out of range
        }
        throw problem(name, "must be a time from the year 1 to 9999, such as 2026-11-23T19:05:11.123Z");
    }

    Optional<Instant> timeIfPresent(String name) {
        taken.add(name);
        return object.has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        if (!(take(name) instanceof ArrayNode values)) {
            throw problem(name, "must be an array");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isString()) {
                throw problem(name, "must be an array of strings");
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    Members object(String name) {
        if (take(name) instanceof ObjectNode inner) {
            return new Members(inner, pointer + "/" + name);
        }
        throw problem(name, "must be an object");
    }

    /** Ends the object: what was not taken is unknown. */
    void end() {
        if (!taken.containsAll(object.propertyNames())) {
            throw new InvalidValueException((pointer.isEmpty() ? "there" : pointer)
                    + " is an unknown member: known are " + String.join(", ", taken));
        }
    }

    InvalidValueException problem(String name, String expected) {
        return new InvalidValueException(pointer + "/" + name + " " + expected);
    }

    private JsonNode take(String name) {
        taken.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            throw problem(name, "is missing");
        }
        return value;
    }
}
