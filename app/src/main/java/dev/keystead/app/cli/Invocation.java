package dev.keystead.app.cli;

import dev.keystead.app.config.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * A command line, parsed.
 *
 * @param parsed of the innermost command
 * @param misuse what is wrong with it, one line each
 */
record Invocation(ParseResult parsed, List<String> misuse) {

    /** The flag's value, if it was given. */
    Optional<String> value(String flag) {
        return Optional.ofNullable(parsed.matchedOptionValue(flag, null));
    }

    /** All values of a flag that may be repeated. */
    List<String> values(String flag) {
        return parsed.matchedOptionValue(flag, List.of());
    }

    /** The argument that is no flag, if it was given. */
    Optional<String> argument() {
        return Optional.ofNullable(parsed.matchedPositionalValue(0, null));
    }

    /** True if the flag, which has no value, was given. */
    boolean has(String flag) {
        return parsed.hasMatchedOption(flag);
    }

    /** The same with more that is wrong with it. */
    Invocation with(List<String> moreMisuse) {
        return new Invocation(
                parsed, Stream.concat(misuse.stream(), moreMisuse.stream()).toList());
    }

    /** What is wrong so far. */
    Problems problems() {
        Problems problems = new Problems();
        problems.addAll(misuse);
        return problems;
    }
}
