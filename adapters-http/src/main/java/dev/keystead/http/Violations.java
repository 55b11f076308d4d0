package dev.keystead.http;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that all of it is told at once. Not safe for use by many threads. */
final class Violations {
    private final List<Problem.Violation> found = new ArrayList<>();

    /** A member of the body, by its JSON pointer (RFC 6901). */
    void member(String pointer, String detail) {
        found.add(new Problem.Violation(Printable.of(pointer), null, null, detail));
    }

    /** A query parameter, by its name. */
    void parameter(String name, String detail) {
        found.add(new Problem.Violation(null, Printable.of(name), null, detail));
    }

    /** A header, by its name. */
    void header(String name, String detail) {
        found.add(new Problem.Violation(null, null, name, detail));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw asException();
        }
    }

    ProblemException asException() {
        return new ProblemException(Problem.invalid(found));
    }
}
