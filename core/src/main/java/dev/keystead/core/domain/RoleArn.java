package dev.keystead.core.domain;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an IAM role that a third party can assume. Source: AWS IAM {@code API_Role} and the IAM identifiers reference.
 *
 * @param value {@code arn:<partition>:iam::<12 digits>:role/<path and name>}, at most 613 characters
 */
public record RoleArn(String value) {
    private static final int MAX = 613;
    private static final int MAX_PATH = 512;
    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    private static final Pattern ROLE = Pattern.compile(
            "arn:(aws(?:-[a-z]+)*):iam::([0-9]{12}):role(/(?:[\\x21-\\x7E]+/)?)([A-Za-z0-9_+=,.@-]{1,64})");
    private static final String EXPECTED = "must be an IAM role ARN, such as arn:aws:iam::123456789012:role/NAME";

    public RoleArn {
        String problem = problemOf(value);
        if (!problem.isEmpty()) {
            throw new InvalidValueException(problem);
        }
    }

    /** The twelve digits of the account that owns the role. */
    public String accountId() {
        return value.split(":", 6)[4];
    }

    private static String problemOf(String value) {
        if (value.length() > MAX) {
            return "must be an IAM role ARN of at most " + MAX + " characters";
        }
        String mistake = PastedByMistake.explain(value);
        if (!mistake.isEmpty()) {
            return mistake;
        }
        Matcher matcher = ROLE.matcher(value);
        if (!matcher.matches()) {
            return EXPECTED;
        }
        if (!PARTITIONS.contains(matcher.group(1))) {
            return "must name a known AWS partition, such as aws, aws-cn or aws-us-gov";
        }
        if (matcher.group(3).length() > MAX_PATH) {
            return "must have a role path of at most " + MAX_PATH + " characters";
        }
        if (matcher.group(3).startsWith("/aws-service-role/")) {
            return "must not be a service-linked role (path /aws-service-role/), which no third party can assume";
        }
        return "";
    }

    @Override
    public String toString() {
        return value;
    }

    /** What people paste instead of a role ARN, each with the words that help. */
    private static final class PastedByMistake {
        private static final Pattern ASSUMED_ROLE =
                Pattern.compile("arn:[^:]*:sts:[^:]*:[^:]*:assumed-role/.*", Pattern.DOTALL);
        private static final Pattern OTHER_IAM = Pattern.compile(
                "arn:[^:]*:iam:[^:]*:[^:]*:(user|group|policy|instance-profile|root)(?:/.*)?", Pattern.DOTALL);
        private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

        static String explain(String value) {
            if (value.indexOf('*') >= 0) {
                return "must name one role: wildcards are not allowed";
            }
            if (ASSUMED_ROLE.matcher(value).matches()) {
                return "is the ARN of an STS session (assumed-role): give the role's own ARN,"
                        + " such as arn:aws:iam::123456789012:role/NAME";
            }
            Matcher other = OTHER_IAM.matcher(value);
            if (other.matches()) {
                return "is the ARN of an IAM " + other.group(1) + ": give a role's,"
                        + " such as arn:aws:iam::123456789012:role/NAME";
            }
            if (BARE_NAME.matcher(value).matches()) {
                return "is a bare name: give the role's whole ARN, such as arn:aws:iam::123456789012:role/NAME";
            }
            return "";
        }
    }
}
