package dev.keystead.core.domain;

/**
 * An AWS account. Source: AWS Account Management reference, "AWS account identifiers".
 *
 * @param value 12 digits
 */
public record AwsAccountId(String value) {
    private static final int LENGTH = 12;

    public AwsAccountId {
        if (value.length() != LENGTH || !Text.isWord(value, LENGTH, c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException("must be an AWS account id of 12 digits, such as 123456789012");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
