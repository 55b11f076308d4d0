package dev.keystead.core.domain;

import java.util.regex.Pattern;

/**
 * A user-managed service account of Google Cloud. Source: IAM {@code projects.serviceAccounts.create}; the address of an account in a
 * domain-scoped project {@code example.com:my-project} ends in {@code @my-project.example.com.iam.gserviceaccount.com}.
 *
 * @param value {@code NAME@PROJECT.iam.gserviceaccount.com}, NAME and PROJECT of 6 to 30 {@code a-z 0-9 -} that begin with a letter and do
 *     not end with a hyphen
 */
public record GcpServiceAccount(String value) {
    private static final int MAX =
            339; // a name of 30, the @, a project of 30, a domain of 253 and its dot, and the ending
    private static final String ID = "[a-z][a-z0-9-]{4,28}[a-z0-9]";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(ID + "@" + ID + "(?:(?:\\." + LABEL + "){2,})?\\.iam\\.gserviceaccount\\.com");

    public GcpServiceAccount {
        if (!is(value)) {
            throw new InvalidValueException(
                    "must be the address of a service account, such as NAME@PROJECT.iam.gserviceaccount.com");
        }
    }

    static boolean is(String value) {
        return value.length() <= MAX && ADDRESS.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
