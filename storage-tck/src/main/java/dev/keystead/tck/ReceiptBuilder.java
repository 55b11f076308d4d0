package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes receipts for tests: everything has a default. */
public final class ReceiptBuilder {
    private OrgId org = new OrgId("acme");
    private Subject subject = new Subject("alice");
    private IdempotencyKey key = new IdempotencyKey("once");
    private Fingerprint fingerprint = new Fingerprint("key-1", "digest-1");
    private Receipt.Operation operation = Receipt.Operation.REMOVE;
    private CredentialId credential = new CredentialId("credential-1");
    private Optional<Credential<MaskedSecret>> view = Optional.empty();
    private boolean representation;
    private Instant expiresAt = CredentialBuilder.MADE.plus(Duration.ofHours(24));

    private ReceiptBuilder() {}

    /** The removal of {@code credential-1} under the key {@code once}, good for a day after {@link CredentialBuilder#MADE}. */
    public static ReceiptBuilder aReceipt() {
        return new ReceiptBuilder();
    }

    public ReceiptBuilder in(OrgId organisation) {
        this.org = organisation;
        return this;
    }

    public ReceiptBuilder by(String value) {
        this.subject = new Subject(value);
        return this;
    }

    public ReceiptBuilder under(String idempotencyKey) {
        this.key = new IdempotencyKey(idempotencyKey);
        return this;
    }

    public ReceiptBuilder of(Fingerprint value) {
        this.fingerprint = value;
        return this;
    }

    public ReceiptBuilder created(Credential<SealedSecret> shown) {
        return showing(Receipt.Operation.CREATE, shown);
    }

    public ReceiptBuilder updated(Credential<SealedSecret> shown) {
        return showing(Receipt.Operation.UPDATE, shown);
    }

    public ReceiptBuilder removed(Credential<SealedSecret> gone) {
        this.org = gone.org();
        this.credential = gone.id();
        this.operation = Receipt.Operation.REMOVE;
        this.view = Optional.empty();
        return this;
    }

    public ReceiptBuilder representation(boolean value) {
        this.representation = value;
        return this;
    }

    public ReceiptBuilder expiringAt(Instant instant) {
        this.expiresAt = instant;
        return this;
    }

    public Receipt build() {
        return new Receipt(
                new Receipt.Key(org, subject, key),
                fingerprint,
                operation,
                credential,
                view,
                representation,
                expiresAt);
    }

    private ReceiptBuilder showing(Receipt.Operation done, Credential<SealedSecret> shown) {
        this.org = shown.org();
        this.credential = shown.id();
        this.operation = done;
        this.view = Optional.of(shown.masked());
        return this;
    }
}
