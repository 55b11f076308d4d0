package dev.keystead.core.application;

import java.util.List;

/** Reads the steps of a setup from the text that they are written down in. */
final class Steps {
    private Steps() {}

    /** The parts between empty lines. */
    static List<String> of(String text) {
        return List.of(text.strip().split("\n\n"));
    }
}
