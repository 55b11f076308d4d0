package dev.keystead.core.domain;

import java.util.regex.Pattern;

/**
 * The id of a Google Cloud project. Source: Resource Manager, "creating and managing projects".
 *
 * @param value 6 to 30 lower-case letters, digits and hyphens, beginning with a letter; optionally behind {@code <domain>:}
 */
public record ProjectId(String value) {
    private static final int MAX = 284; // a domain of 253, the colon and an id of 30
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{4,28}[a-z0-9]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String EXPECTED =
            "must be a project id of 6 to 30 lower-case letters, digits and hyphens, such as my-project-123";

    public ProjectId {
        if (value.length() > MAX) {
            throw new InvalidValueException(EXPECTED);
        }
        if (NUMBER.matcher(value).matches()) {
            throw new InvalidValueException("is a project number: give the project's id, such as my-project-123");
        }
        int colon = value.lastIndexOf(':');
        boolean domainFits = colon < 0 || DomainName.is(value.substring(0, colon));
        if (!domainFits || !ID.matcher(value.substring(colon + 1)).matches()) {
            throw new InvalidValueException(EXPECTED);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
