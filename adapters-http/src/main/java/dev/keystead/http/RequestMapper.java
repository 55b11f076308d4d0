package dev.keystead.http;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.Precondition;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.DescribeCredential;
import dev.keystead.core.usecase.DescribeSetup;
import dev.keystead.core.usecase.ListCredentials;
import dev.keystead.core.usecase.ListHistory;
import dev.keystead.core.usecase.RemoveCredential;
import dev.keystead.core.usecase.ReportUsage;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.core.usecase.UpdateCredential;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Turns wire records that were found valid into what the use cases take. */
@Mapper(uses = DomainValues.class)
interface RequestMapper {
    @Mapping(target = "org", source = "request.orgId")
    @Mapping(target = "account", source = "request")
    CreateCredential.Command create(CreateRequest request, Optional<Idempotency> idempotency);

    @Mapping(target = "org", source = "request.orgId")
    @Mapping(target = "id", source = "request.credentialId")
    @Mapping(target = "change", source = "request.data")
    UpdateCredential.Command update(
            UpdateRequest request, Precondition precondition, Optional<Idempotency> idempotency);

    @Mapping(target = "org", source = "request.orgId")
    @Mapping(target = "id", source = "request.credentialId")
    @Mapping(target = "reason", source = "request.comments")
    RemoveCredential.Command remove(
            RemoveRequest request, Precondition precondition, Optional<Idempotency> idempotency);

    @Mapping(target = "org", source = "orgId")
    @Mapping(target = "id", source = "credentialId")
    ReportUsage.Command usage(UsageRequest request);

    @Mapping(target = "org", source = "orgId")
    @Mapping(target = "id", source = "credentialId")
    ResolveCredential.Command resolve(ResolveRequest request);

    @Mapping(target = "org", source = "orgId")
    @Mapping(target = "id", source = "credentialId")
    DescribeCredential.Query describe(DescribeParameters parameters);

    @Mapping(target = "org", source = "orgId")
    @Mapping(target = "filter", source = "parameters")
    ListCredentials.Query list(ListParameters parameters);

    CredentialFilter filter(ListParameters parameters);

    @Mapping(target = "org", source = "orgId")
    @Mapping(target = "credential", source = "credentialId")
    @Mapping(target = "limit", source = "limit", qualifiedByName = "historyLimit")
    ListHistory.Query history(HistoryParameters parameters);

    @Mapping(target = "org", source = "orgId")
    DescribeSetup.Query setup(SetupParameters parameters);

    @Mapping(target = "account", source = "specific")
    CredentialChange change(UpdateRequest.Data data);

    AccountChange accountChange(UpdateRequest.Specific specific);

    default Optional<AccountChange> optionalAccountChange(UpdateRequest.@Nullable Specific specific) {
        return Optional.ofNullable(specific).map(this::accountChange);
    }

    /** How the account of a new credential is reached; the members of its cloud are there. */
    default CloudAccount<Secret> account(CreateRequest request) {
        SpecificMembers specific = Objects.requireNonNull(request.specific());
        return switch (WireValues.cloudType(Objects.requireNonNull(request.type()))) {
            case AWS -> new AwsRole<>(new RoleArn(Objects.requireNonNull(specific.role())));
            case AZURE ->
                new AzureServicePrincipal<>(
                        new AzureTenant(Objects.requireNonNull(specific.tenant())),
                        new AzureClientId(Objects.requireNonNull(specific.clientId())),
                        Secret.of(Objects.requireNonNull(specific.key())));
            case GCP -> new GcpProject<>(new ProjectId(Objects.requireNonNull(specific.project())));
        };
    }

    @Named("historyLimit")
    default PageLimit historyLimit(@Nullable String limit) {
        return limit == null ? ListHistory.Query.DEFAULT_LIMIT : PageLimit.of(limit);
    }
}
