package dev.keystead.tck;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.CloudAccount;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import java.time.Instant;

/** Makes credentials for tests: everything has a default, so that a test says only what it is about. Nothing is random. */
public final class CredentialBuilder {
    /** When the fixtures were made; with milliseconds, which a storage keeps. */
    public static final Instant MADE = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final AzureTenant TENANT = new AzureTenant("contoso.onmicrosoft.com");
    private static final AzureClientId CLIENT_ID = new AzureClientId("11111111-2222-3333-4444-555555555555");

    private OrgId org = new OrgId("acme");
    private CredentialId id = new CredentialId("credential-1");
    private CredentialName name = new CredentialName("Production");
    private Comments comments = Comments.NONE;
    private CloudAccount<SealedSecret> account = new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/keystead"));
    private Usage usage = Usage.NEVER;
    private long version = 1;
    private Audit audit = Audit.created(MADE, new Subject("alice"));

    private CredentialBuilder() {}

    /** An AWS role of the organisation {@code acme}, of version 1 and never used. */
    public static CredentialBuilder aCredential() {
        return new CredentialBuilder();
    }

    /** Begins with what the credential has. */
    public static CredentialBuilder like(Credential<SealedSecret> credential) {
        CredentialBuilder builder = new CredentialBuilder();
        builder.org = credential.org();
        builder.id = credential.id();
        builder.name = credential.name();
        builder.comments = credential.comments();
        builder.account = credential.account();
        builder.usage = credential.usage();
        builder.version = credential.version();
        builder.audit = credential.audit();
        return builder;
    }

    public CredentialBuilder in(OrgId organisation) {
        this.org = organisation;
        return this;
    }

    public CredentialBuilder in(String organisation) {
        return in(new OrgId(organisation));
    }

    public CredentialBuilder id(String value) {
        this.id = new CredentialId(value);
        return this;
    }

    public CredentialBuilder named(String value) {
        this.name = new CredentialName(value);
        return this;
    }

    public CredentialBuilder commented(String value) {
        this.comments = new Comments(value);
        return this;
    }

    public CredentialBuilder aws(String arn) {
        return reachedBy(new AwsRole<>(new RoleArn(arn)));
    }

    /** A service principal whose key is sealed under {@code key-1}. */
    public CredentialBuilder azure() {
        return azure(new SealedSecret("key-1", "sealed-1"));
    }

    public CredentialBuilder azure(SealedSecret key) {
        return reachedBy(new AzureServicePrincipal<>(TENANT, CLIENT_ID, key));
    }

    public CredentialBuilder gcp(String project) {
        return reachedBy(new GcpProject<>(new ProjectId(project)));
    }

    public CredentialBuilder reachedBy(CloudAccount<SealedSecret> cloudAccount) {
        this.account = cloudAccount;
        return this;
    }

    public CredentialBuilder used(Usage reported) {
        this.usage = reported;
        return this;
    }

    public CredentialBuilder version(long value) {
        this.version = value;
        return this;
    }

    public CredentialBuilder audited(Audit value) {
        this.audit = value;
        return this;
    }

    /** One version on, updated at the instant by the subject. */
    public CredentialBuilder updated(Instant at, String by) {
        this.version++;
        this.audit = audit.updated(at, new Subject(by));
        return this;
    }

    public Credential<SealedSecret> build() {
        return new Credential<>(org, id, name, comments, account, usage, version, audit);
    }
}
