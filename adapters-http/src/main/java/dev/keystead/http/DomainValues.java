package dev.keystead.http;

import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RoleArn;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversions of single values that {@link RequestMapper} composes; each text was found valid before. */
final class DomainValues {
    OrgId org(String value) {
        return new OrgId(value);
    }

    CredentialId id(String value) {
        return new CredentialId(value);
    }

    Optional<CredentialId> optionalId(@Nullable String value) {
        return Optional.ofNullable(value).map(CredentialId::new);
    }

    CredentialName name(String value) {
        return new CredentialName(value);
    }

    Optional<CredentialName> optionalName(@Nullable String value) {
        return Optional.ofNullable(value).map(CredentialName::new);
    }

    Comments comments(@Nullable String value) {
        return value == null ? Comments.NONE : new Comments(value);
    }

    Optional<Comments> optionalComments(@Nullable String value) {
        return Optional.ofNullable(value).map(Comments::new);
    }

    Reason reason(@Nullable String value) {
        return value == null ? Reason.NONE : new Reason(value);
    }

    Purpose purpose(String value) {
        return new Purpose(value);
    }

    Optional<RoleArn> role(@Nullable String value) {
        return Optional.ofNullable(value).map(RoleArn::new);
    }

    Optional<AzureClientId> clientId(@Nullable String value) {
        return Optional.ofNullable(value).map(AzureClientId::new);
    }

    Optional<KeyChange> key(@Nullable String value) {
        return Optional.ofNullable(value).map(KeyChange::of);
    }

    Optional<ProjectId> project(@Nullable String value) {
        return Optional.ofNullable(value).map(ProjectId::new);
    }

    CloudType type(String value) {
        return WireValues.cloudType(value);
    }

    Optional<CloudType> optionalType(@Nullable String value) {
        return Optional.ofNullable(value).map(WireValues::cloudType);
    }

    Optional<NamePrefix> namePrefix(@Nullable String value) {
        return Optional.ofNullable(value).map(NamePrefix::new);
    }

    Optional<PageLimit> limit(@Nullable String value) {
        return Optional.ofNullable(value).map(PageLimit::of);
    }

    Optional<Cursor> cursor(@Nullable String value) {
        return Optional.ofNullable(value).map(Cursor::of);
    }

    Optional<Instant> time(@Nullable String value) {
        return Optional.ofNullable(value).map(Rfc3339::read);
    }

    int resources(BigInteger value) {
        return value.intValueExact();
    }
}
