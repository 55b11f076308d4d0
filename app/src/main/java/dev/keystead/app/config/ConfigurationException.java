package dev.keystead.app.config;

import java.util.List;

/** The configuration or the usage is wrong: all that is wrong with it, one readable line each. */
public final class ConfigurationException extends OperatorException {
    private final List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join("; ", problems), null);
        this.problems = List.copyOf(problems);
    }

    /** One line each; no secret is in them. */
    public List<String> problems() {
        return problems;
    }
}
