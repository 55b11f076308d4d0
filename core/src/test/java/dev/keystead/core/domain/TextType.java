package dev.keystead.core.domain;

import java.util.function.Function;

/** Every domain type that is read from one text a client can choose. */
enum TextType {
    AZURE_CLIENT_ID(AzureClientId::new),
    AZURE_TENANT(AzureTenant::new),
    COMMENTS(Comments::new),
    CREDENTIAL_ID(CredentialId::new),
    CREDENTIAL_NAME(CredentialName::new),
    CURSOR(Cursor::of),
    EXTERNAL_ID(ExternalId::new),
    HISTORY_ID(HistoryId::new),
    IDEMPOTENCY_KEY(IdempotencyKey::new),
    KEY_CHANGE(KeyChange::of),
    NAME_PREFIX(NamePrefix::new),
    ORG_ID(OrgId::new),
    PAGE_LIMIT(PageLimit::of),
    PROJECT_ID(ProjectId::new),
    PURPOSE(Purpose::new),
    REASON(Reason::new),
    REQUEST_ID(RequestId::new),
    ROLE_ARN(RoleArn::new),
    SECRET(Secret::of),
    SUBJECT(Subject::new);

    private final Function<String, ?> reader;

    TextType(Function<String, ?> reader) {
        this.reader = reader;
    }

    Object read(String text) {
        return reader.apply(text);
    }
}
