package dev.keystead.app.cli;

import dev.keystead.app.config.Problems;
import java.util.List;
import java.util.Optional;
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

    /** What is wrong so far. */
    Problems problems() {
        Problems problems = new Problems();
        problems.addAll(misuse);
        return problems;
    }
}
