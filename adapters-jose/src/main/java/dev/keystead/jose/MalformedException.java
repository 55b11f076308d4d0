package dev.keystead.jose;

/** Some text does not have the form that it must have. The message says which rule it breaks and repeats nothing of it. */
final class MalformedException extends Exception {
    private final String rule;

    MalformedException(String rule) {
        super(rule);
        this.rule = rule;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return rule;
    }
}
