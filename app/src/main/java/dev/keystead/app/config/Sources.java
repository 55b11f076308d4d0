package dev.keystead.app.config;

import java.util.List;
import java.util.Map;

/**
 * Where options come from, beside the file that they may name.
 *
 * @param flags as the command line has them
 * @param misuse what is wrong with the command line, one line each
 * @param environment the variables of the process
 */
public record Sources(Map<OptionKey, String> flags, List<String> misuse, Map<String, String> environment) {
    public Sources {
        flags = Map.copyOf(flags);
        misuse = List.copyOf(misuse);
        environment = Map.copyOf(environment);
    }

    /** Flags may hold a password that is about to be refused, and the environment anything. */
    @Override
    public String toString() {
        return "Sources[flags=" + flags.keySet() + "]";
    }
}
