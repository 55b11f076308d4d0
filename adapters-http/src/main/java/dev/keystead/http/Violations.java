package dev.keystead.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what is wrong with a request, so that all of it is told at once; of very much, how much it is and how it begins, so that a
 * small request is not answered by a large refusal. Not safe for use by many threads.
 */
final class Violations {
    private static final int MOST_TOLD = 50;

    private final List<Problem.Violation> told = new ArrayList<>();
    private int found;

    /** A member of the body, by its JSON pointer (RFC 6901). */
    void member(String pointer, String detail) {
        add(() -> new Problem.Violation(Printable.of(pointer), null, null, detail));
    }

    /** A member of the body whose detail is worked out if it is told. */
    void member(String pointer, Supplier<String> detail) {
        add(() -> new Problem.Violation(Printable.of(pointer), null, null, detail.get()));
    }

    /** A query parameter, by its name. */
    void parameter(String name, String detail) {
        add(() -> new Problem.Violation(null, Printable.of(name), null, detail));
    }

    /** A query parameter whose detail is worked out if it is told. */
    void parameter(String name, Supplier<String> detail) {
        add(() -> new Problem.Violation(null, Printable.of(name), null, detail.get()));
    }

    /** A header, by its name. */
    void header(String name, String detail) {
        add(() -> new Problem.Violation(null, null, name, detail));
    }

    private void add(Supplier<Problem.Violation> violation) {
        found++;
        if (told.size() < MOST_TOLD) {
            told.add(violation.get());
        }
    }

    void throwIfAny() {
        if (found > 0) {
            throw asException();
        }
    }

    ProblemException asException() {
        return new ProblemException(Problem.invalid(told, found));
    }
}
