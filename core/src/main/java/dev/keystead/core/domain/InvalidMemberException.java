package dev.keystead.core.domain;

import java.util.List;

/** Members of an otherwise well-formed request that only the stored credential or the clock can judge. */
public final class InvalidMemberException extends KeysteadException {
    private final List<Violation> violations;

    public InvalidMemberException(List<Violation> violations) {
        super(ErrorKind.INVALID, describe(violations));
        this.violations = List.copyOf(violations);
    }

    /** At least one violation, in the order of the members. */
    public List<Violation> violations() {
        return violations;
    }

    private static String describe(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("at least one violation is needed");
        }
        return violations.size() == 1 ? "1 member is invalid" : violations.size() + " members are invalid";
    }

    /**
     * One wrong member.
     *
     * @param member the member's name as the use case's command has it, such as {@code specific.role}
     * @param problem what is expected of it; never its value
     */
    public record Violation(String member, String problem) {}
}
