package dev.keystead.http;

import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretForm;
import dev.keystead.core.domain.Setup;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.usecase.ResolveCredential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Turns what the use cases return into wire records. */
@Mapper
interface ReplyMapper {
    int MOST_RESOURCES_SHOWN = 1_000;

    @Mapping(target = "resources", source = "usage")
    @Mapping(target = "lastTime", source = "usage")
    ListedCredential listed(CredentialSummary credential);

    @Mapping(target = "type", source = "account")
    @Mapping(target = "resources", source = "usage")
    @Mapping(target = "lastTime", source = "usage")
    @Mapping(target = "resourcesTotal", source = "usage.resources")
    @Mapping(target = "specific", source = "account")
    @Mapping(target = ".", source = "audit")
    DescribedCredential described(Credential<MaskedSecret> credential);

    @Mapping(target = ".", source = "credential")
    @Mapping(target = "type", source = "credential.account")
    @Mapping(target = "specific", source = "credential.account")
    ResolvedCredential resolved(ResolveCredential.Resolution resolution);

    DescribedSetup setup(Setup setup);

    @Mapping(target = "credentialId", source = "credential")
    HistoryRow historyRow(HistoryEntry entry);

    default SpecificBody masked(CloudAccount<MaskedSecret> account) {
        return specific(account, azure -> MaskedSecret.TEXT);
    }

    default SpecificBody revealed(CloudAccount<Secret> account) {
        return specific(account, azure -> azure.key().reveal());
    }

    private static <S extends SecretForm> SpecificBody specific(
            CloudAccount<S> account, Function<AzureServicePrincipal<S>, String> key) {
        return account.fold(
                aws -> SpecificBody.ofAws(aws.arn().value()),
                azure -> SpecificBody.ofAzure(
                        azure.tenant().value(), azure.clientId().value(), key.apply(azure)),
                gcp -> SpecificBody.ofGcp(gcp.project().value()));
    }

    default int resources(Usage usage) {
        return Math.min(usage.resources(), MOST_RESOURCES_SHOWN);
    }

    default String lastTime(Usage usage) {
        return usage.lastTime().map(Rfc3339::text).orElse("");
    }

    default String time(Instant time) {
        return Rfc3339.text(time);
    }

    default String typeOf(CloudAccount<?> account) {
        return account.type().code();
    }

    default String type(CloudType type) {
        return type.code();
    }

    default String event(HistoryEvent event) {
        return event.code();
    }

    default String member(Member member) {
        return member.path();
    }

    default String id(CredentialId id) {
        return id.value();
    }

    default @Nullable String externalId(Optional<ExternalId> id) {
        return id.map(ExternalId::value).orElse(null);
    }

    default @Nullable String account(Optional<String> account) {
        return account.orElse(null);
    }

    /** Null, not empty, for a cloud that has no documents. */
    default @Nullable List<DescribedSetup.Document> documents(List<Setup.Document> documents) {
        return documents.isEmpty()
                ? null
                : documents.stream().map(this::document).toList();
    }

    DescribedSetup.Document document(Setup.Document document);

    default String id(HistoryId id) {
        return id.value();
    }

    default String name(CredentialName name) {
        return name.value();
    }

    default String comments(Comments comments) {
        return comments.value();
    }

    default String reason(Reason reason) {
        return reason.value();
    }

    default String subject(Subject subject) {
        return subject.value();
    }

    default String requestId(RequestId requestId) {
        return requestId.value();
    }
}
