package dev.keystead.core.application;

import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.GcpServiceAccount;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;
import dev.keystead.core.domain.Setup;
import dev.keystead.core.domain.UnavailableException;
import dev.keystead.core.usecase.DescribeSetup;
import java.util.Optional;

final class SetupHandler implements DescribeSetup {
    private static final String AWS_OPTION = "platform-aws-account";
    private static final String GCP_OPTION = "platform-gcp-service-account";

    private final PlatformAccounts platform;
    private final ExternalIds externalIds;

    SetupHandler(PlatformAccounts platform, ExternalIds externalIds) {
        this.platform = platform;
        this.externalIds = externalIds;
    }

    @Override
    public Setup describe(Caller caller, Query query) {
        caller.require(Permission.SETUP, query.org());
        return switch (query.type()) {
            case AWS -> ofAws(query.org());
            case AZURE -> AzureSetup.describe();
            case GCP -> ofGcp(query.org());
        };
    }

    private Setup ofAws(OrgId org) {
        AwsAccountId account = required(platform.aws(), AWS_OPTION);
        return AwsSetup.describe(account, externalIds.of(org));
    }

    private Setup ofGcp(OrgId org) {
        PlatformServiceAccount platformAccount = required(platform.gcp(), GCP_OPTION);
        GcpServiceAccount account = platformAccount
                .of(org)
                .orElseThrow(() -> new UnavailableException("the option " + GCP_OPTION + " names no service account for"
                        + " this organisation: with the organisation's id for {org}, the name in front of the @ must be"
                        + " 6 to 30 of a-z 0-9 -, begin with a letter and not end with -"));
        return GcpSetup.describe(account, platformAccount.oneForEachOrganisation());
    }

    private static <T> T required(Optional<T> account, String option) {
        return account.orElseThrow(
                () -> new UnavailableException("setup needs the option " + option + ", which is not set"));
    }
}
