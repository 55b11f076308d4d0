package dev.keystead.core.domain;

import java.util.Optional;

/**
 * The accounts of the platform that the organisations let in; what is empty cannot be set up. Azure needs none.
 *
 * @param aws the AWS account of the worker; the option {@code platform-aws-account} of the server
 * @param gcp the service account that the worker impersonates; the option {@code platform-gcp-service-account}
 */
public record PlatformAccounts(Optional<AwsAccountId> aws, Optional<PlatformServiceAccount> gcp) {
    public static final PlatformAccounts NONE = new PlatformAccounts(Optional.empty(), Optional.empty());
}
