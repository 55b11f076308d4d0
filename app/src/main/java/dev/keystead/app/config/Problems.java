package dev.keystead.app.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong, so that it is reported together. Not safe for use by many threads. */
public final class Problems {
    private final List<String> lines = new ArrayList<>();

    public void add(String line) {
        lines.add(line);
    }

    public void addAll(Collection<String> more) {
        lines.addAll(more);
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws ConfigurationException with every problem
     */
    public void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new ConfigurationException(lines);
        }
    }
}
