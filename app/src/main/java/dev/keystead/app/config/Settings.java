package dev.keystead.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What was given, by option, and how it is read as numbers, words and files. What is wrong goes to the problems, and some value that is
 * never used is returned, so that reading goes on. Not safe for use by many threads.
 */
final class Settings {
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+\\z");

    private final Map<Option, Setting> settings;
    private final Problems problems;

    Settings(Map<Option, Setting> settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** What was given for the option, without its default. */
    Optional<Setting> given(Option option) {
        return Optional.ofNullable(settings.get(option));
    }

    /** The value, else the default, else empty; that of a twin is what the file says. */
    Optional<String> text(Option option) {
        Optional<Setting> given = given(option);
        return given.isPresent() ? given.map(this::valueOf) : option.defaultValue();
    }

    /** The value; a problem if there is none. */
    String required(Option option) {
        return text(option).orElseGet(() -> {
            String name = option.optionName();
            problems.add(name + " is required: set --" + name + ", " + new OptionKey(option, false).variable()
                    + " or the key " + name + " of the file that --config names");
            return "";
        });
    }

    /** A whole number of the range. */
    int number(Option option, int min, int max) {
        try {
            int number = Integer.parseInt(required(option));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // reported with those out of range
        }
        problems.add(origin(option) + " must be a whole number from " + min + " to " + max);
        return min;
    }

    /** One of the words, as it is. */
    String oneOf(Option option, String first, String second) {
        String word = required(option);
        if (!word.equals(first) && !word.equals(second)) {
            problems.add(origin(option) + " must be " + first + " or " + second);
        }
        return word;
    }

    /** What the factory makes of the text; a problem if it refuses it. */
    <T> Optional<T> value(Option option, Function<String, T> factory) {
        try {
            return text(option).map(factory);
        } catch (InvalidValueException invalid) {
            problems.add(origin(option) + " " + invalid.getMessage());
            return Optional.empty();
        }
    }

    /** A file that can be read; a problem if there is no value. */
    Path readableFile(Option option) {
        String name = required(option);
        Path none = Path.of("");
        if (name.isEmpty()) {
            return none;
        }
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException notAPath) {
            // reported with those that cannot be read
        }
        problems.add(origin(option) + ": cannot read the file " + name);
        return none;
    }

    /** Where the value comes from; the option's name for a default. */
    String origin(Option option) {
        return given(option).map(Setting::origin).orElseGet(option::optionName);
    }

    private String valueOf(Setting setting) {
        if (!setting.key().inFile()) {
            return setting.value();
        }
        try {
            String secret = LINE_ENDS
                    .matcher(Files.readString(Path.of(setting.value()), UTF_8))
                    .replaceFirst("");
            if (secret.isEmpty()) {
                problems.add(setting.origin() + ": the file " + setting.value() + " is empty");
            }
            return secret;
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(setting.origin() + ": cannot read the file " + setting.value());
            return "";
        }
    }
}
