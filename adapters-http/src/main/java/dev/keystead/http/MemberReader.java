package dev.keystead.http;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of one JSON object and notes every one that is missing, of the wrong type or unknown. A member that is noted reads as
 * null. Nothing is coerced, and {@code null} is a wrong type.
 */
final class MemberReader {
    private static final String REQUIRED = "is required";

    private final JsonNode object;
    private final String pointer;
    private final Violations violations;
    private final Set<String> known = new LinkedHashSet<>();

    private MemberReader(JsonNode object, String pointer, Violations violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    static MemberReader of(JsonNode object, Violations violations) {
        return new MemberReader(object, "", violations);
    }

    boolean isEmpty() {
        return object.isEmpty();
    }

    @Nullable
    String required(String name) {
        return present(name) ? optional(name) : missing(name);
    }

    @Nullable
    String optional(String name) {
        JsonNode member = member(name);
        if (member == null || member.isString()) {
            return member == null ? null : member.stringValue();
        }
        violations.member(pointerTo(name), "must be a string");
        return null;
    }

    @Nullable
    BigInteger requiredInteger(String name) {
        JsonNode member = member(name);
        if (member == null) {
            missing(name);
        } else if (member.isIntegralNumber()) {
            return member.bigIntegerValue();
        } else {
            violations.member(pointerTo(name), "must be an integer");
        }
        return null;
    }

    @Nullable
    MemberReader requiredObject(String name) {
        if (!present(name)) {
            missing(name);
        }
        return optionalObject(name);
    }

    @Nullable
    MemberReader optionalObject(String name) {
        JsonNode member = member(name);
        if (member == null || member.isObject()) {
            return member == null ? null : new MemberReader(member, pointerTo(name), violations);
        }
        violations.member(pointerTo(name), "must be an object");
        return null;
    }

    /** Notes the member, if it is there, as one that must not be. */
    void refuse(String name, String detail) {
        if (member(name) != null) {
            violations.member(pointerTo(name), detail);
        }
    }

    /** Notes the object itself as wrong. */
    void refuse(String detail) {
        violations.member(pointer, detail);
    }

    /** Knows the members without judging them. */
    void skip(Set<String> names) {
        known.addAll(names);
    }

    /** Notes the members that nobody asked for. */
    void end() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                violations.member(pointerTo(name), () -> Suggestions.unknown("member", name, known));
            }
        }
    }

    private @Nullable JsonNode member(String name) {
        known.add(name);
        return object.get(name);
    }

    private boolean present(String name) {
        return object.has(name);
    }

    private @Nullable String missing(String name) {
        known.add(name);
        violations.member(pointerTo(name), REQUIRED);
        return null;
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
