package dev.keystead.core.application;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Setup;
import java.util.List;
import java.util.Optional;

/**
 * How an AWS account lets the platform in: a role that trusts the platform's account on the condition of the external id (AWS IAM user
 * guide, "Access to AWS accounts owned by third parties").
 */
final class AwsSetup {
    private static final String JSON = "application/json";

    private static final String TRUST_POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {"AWS": "arn:aws:iam::%s:root"},
                  "Action": "sts:AssumeRole",
                  "Condition": {"StringEquals": {"sts:ExternalId": "%s"}}
                }
              ]
            }
            """;

    /**
     * What there is and what it costs. Left out is whatever may show content or secrets on the way, such as {@code
     * lambda:ListFunctions} with the functions' environment variables. These actions know no narrower resource than all.
     */
    private static final String PERMISSION_POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Inventory",
                  "Effect": "Allow",
                  "Action": [
                    "ec2:DescribeInstances",
                    "ec2:DescribeRegions",
                    "ec2:DescribeVolumes",
                    "elasticloadbalancing:DescribeLoadBalancers",
                    "rds:DescribeDBInstances",
                    "s3:ListAllMyBuckets",
                    "tag:GetResources"
                  ],
                  "Resource": "*"
                },
                {
                  "Sid": "Cost",
                  "Effect": "Allow",
                  "Action": [
                    "ce:GetCostAndUsage",
                    "ce:GetCostForecast"
                  ],
                  "Resource": "*"
                }
              ]
            }
            """;

    private static final String STEPS = """
            # Save the two documents as trust-policy.json and permission-policy.json and go to their directory.
            # In another partition than aws, write its name in trust-policy.json: arn:aws-cn: or arn:aws-us-gov: for arn:aws:
            # and in place of %s the account that the platform has in that partition.

            # Make a role that trusts the platform.
            aws iam create-role --role-name Keystead --assume-role-policy-document file://trust-policy.json

            # Let it read inventory and cost and nothing else.
            aws iam put-role-policy --role-name Keystead --policy-name InventoryAndCost --policy-document file://permission-policy.json

            # Create the credential with the type aws. Its specific.role is the ARN that this prints.
            aws iam get-role --role-name Keystead --query Role.Arn --output text
            """;

    private AwsSetup() {}

    static Setup describe(AwsAccountId account, ExternalId externalId) {
        return new Setup(
                CloudType.AWS,
                Optional.of(externalId),
                Optional.of(account.value()),
                List.of(
                        new Setup.Document("trust-policy.json", JSON, TRUST_POLICY.formatted(account, externalId)),
                        new Setup.Document("permission-policy.json", JSON, PERMISSION_POLICY)),
                Steps.of(STEPS.formatted(account)));
    }
}
