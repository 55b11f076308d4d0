package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a claim: by its literal top-level name, or by a JSON pointer (RFC 6901) where the name begins with {@code /}. Immutable.
 */
final class ClaimPath {
    private static final Pattern POINTER = Pattern.compile("(?:/(?:[^/~]|~[01])*+)++");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

    private final List<String> steps;

    private ClaimPath(List<String> steps) {
        this.steps = steps;
    }

    /**
     * Takes the name of a claim.
     *
     * @throws InvalidValueException if it is blank, or begins with {@code /} and is no JSON pointer
     */
    static ClaimPath of(String name) {
        if (name.isBlank()) {
            throw new InvalidValueException("the name of a claim must not be blank");
        }
        if (!name.startsWith("/")) {
            return new ClaimPath(List.of(name));
        }
        if (!POINTER.matcher(name).matches()) {
            throw new InvalidValueException("the name of a claim that begins with / must be a JSON pointer (RFC 6901)");
        }
        return new ClaimPath(Arrays.stream(name.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** The claim's value, which is null inside for the literal {@code null}; empty if the token does not have the claim. */
    Optional<Found> in(JsonObject claims) {
        Optional<Found> found = Optional.of(new Found(claims));
        for (String step : steps) {
            found = found.flatMap(parent -> child(parent.value(), step));
        }
        return found;
    }

    private static Optional<Found> child(@Nullable Object parent, String step) {
        if (parent instanceof JsonObject object && object.has(step)) {
            return Optional.of(new Found(object.get(step)));
        }
        if (parent instanceof List<?> array && INDEX.matcher(step).matches()) {
            int index = Integer.parseInt(step);
            return index < array.size() ? Optional.of(new Found(array.get(index))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A value that is there, even if it is null. */
    record Found(@Nullable Object value) {}
}
