package dev.keystead.app.config;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;

/** Reads the platform's own accounts. */
final class PlatformOptions {
    private PlatformOptions() {}

    static PlatformAccounts from(Settings settings) {
        return new PlatformAccounts(
                settings.value(Option.PLATFORM_AWS_ACCOUNT, AwsAccountId::new),
                settings.value(Option.PLATFORM_GCP_SERVICE_ACCOUNT, PlatformServiceAccount::new));
    }
}
