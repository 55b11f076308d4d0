package dev.keystead.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name under which an option is given.
 *
 * @param option the option
 * @param inFile true for the twin of a secret option: its value is the name of the file that holds the secret
 */
public record OptionKey(Option option, boolean inFile) {
    /** What all environment variables of the server begin with. */
    public static final String VARIABLE_PREFIX = "KEYSTEAD_";

    private static final List<OptionKey> ALL =
            Arrays.stream(Option.values()).flatMap(OptionKey::of).toList();

    /** Every name that there is, in the order of the table. */
    public static List<OptionKey> all() {
        return ALL;
    }

    /** The key of this name; empty if there is none. */
    public static Optional<OptionKey> named(String text) {
        return ALL.stream().filter(key -> key.text().equals(text)).findFirst();
    }

    /** The key of this environment variable; empty if there is none. */
    static Optional<OptionKey> ofVariable(String name) {
        return ALL.stream().filter(key -> key.variable().equals(name)).findFirst();
    }

    /** The name, as a properties file has it. */
    public String text() {
        return option.optionName() + (inFile ? "-file" : "");
    }

    /** The name, as a flag. */
    public String flag() {
        return "--" + text();
    }

    /** The name, as an environment variable. */
    public String variable() {
        return VARIABLE_PREFIX + text().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What stands for the value in help and documentation. */
    public String placeholder() {
        return inFile ? "FILE" : option.placeholder();
    }

    /** What it is for, in a line. */
    public String description() {
        return inFile ? "file with the " + option.optionName() : option.description();
    }

    /** False if {@code ps} would show a secret. */
    public boolean allowedAsFlag() {
        return inFile || !option.secret();
    }

    private static Stream<OptionKey> of(Option option) {
        OptionKey own = new OptionKey(option, false);
        return option.secret() ? Stream.of(own, new OptionKey(option, true)) : Stream.of(own);
    }
}
