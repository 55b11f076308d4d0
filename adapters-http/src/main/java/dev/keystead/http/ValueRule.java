package dev.keystead.http;

import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.KeyChange;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PageLimit;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.usecase.ReportUsage;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rules of the members, each the factory of a domain type. */
enum ValueRule {
    ORG_ID(OrgId::new),
    CREDENTIAL_ID(CredentialId::new),
    CLOUD_TYPE(WireValues::cloudType),
    NAME(CredentialName::new),
    NAME_PREFIX(NamePrefix::new),
    COMMENTS(Comments::new),
    REASON(Reason::new),
    PURPOSE(Purpose::new),
    ROLE(RoleArn::new),
    TENANT(AzureTenant::new),
    CLIENT_ID(AzureClientId::new),
    KEY(Secret::of),
    KEY_CHANGE(KeyChange::of),
    PROJECT(ProjectId::new),
    LIMIT(PageLimit::of),
    CURSOR(Cursor::of),
    USE_TIME((value, clock) -> {
        if (Rfc3339.read(value).isAfter(clock.instant().plus(ReportUsage.TOLERANCE))) {
            throw new InvalidValueException("must not be more than 60 seconds in the future");
        }
    });

    private final BiConsumer<String, Clock> rule;

    ValueRule(Consumer<String> factory) {
        this((value, clock) -> factory.accept(value));
    }

    ValueRule(BiConsumer<String, Clock> rule) {
        this.rule = rule;
    }

    /** Throws {@link InvalidValueException} unless the value fits. */
    void check(String value, Clock clock) {
        rule.accept(value, clock);
    }
}
