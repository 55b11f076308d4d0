package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.Subject;
import java.time.Instant;
import java.util.Set;

/** Makes history entries for tests: everything has a default. */
public final class EntryBuilder {
    private OrgId org = new OrgId("acme");
    private HistoryId id = new HistoryId("entry-1");
    private Instant time = CredentialBuilder.MADE;
    private Subject actor = new Subject("alice");
    private HistoryEvent event = HistoryEvent.CREATED;
    private CredentialId credential = new CredentialId("credential-1");
    private CredentialName credentialName = new CredentialName("Production");
    private Reason reason = Reason.NONE;
    private Set<Member> changed = Set.of();
    private RequestId requestId = new RequestId("request-1");

    private EntryBuilder() {}

    /** The creation of {@code credential-1} in the organisation {@code acme}. */
    public static EntryBuilder anEntry() {
        return new EntryBuilder();
    }

    /** Begins with what the entry has. */
    public static EntryBuilder like(HistoryEntry entry) {
        EntryBuilder builder = new EntryBuilder();
        builder.org = entry.org();
        builder.id = entry.id();
        builder.time = entry.time();
        builder.actor = entry.actor();
        builder.event = entry.event();
        builder.credential = entry.credential();
        builder.credentialName = entry.credentialName();
        builder.reason = entry.reason();
        builder.changed = entry.changed();
        builder.requestId = entry.requestId();
        return builder;
    }

    public EntryBuilder of(Credential<?> subject) {
        this.credentialName = subject.name();
        return of(subject.org(), subject.id());
    }

    public EntryBuilder of(OrgId organisation, CredentialId subject) {
        this.org = organisation;
        this.credential = subject;
        return this;
    }

    public EntryBuilder id(String value) {
        this.id = new HistoryId(value);
        return this;
    }

    public EntryBuilder at(Instant instant) {
        this.time = instant;
        return this;
    }

    public EntryBuilder by(String subject) {
        this.actor = new Subject(subject);
        return this;
    }

    public EntryBuilder event(HistoryEvent value) {
        this.event = value;
        return this;
    }

    public EntryBuilder because(String value) {
        this.reason = new Reason(value);
        return this;
    }

    public EntryBuilder changing(Set<Member> members) {
        this.changed = members;
        return this;
    }

    public EntryBuilder requestedAs(String value) {
        this.requestId = new RequestId(value);
        return this;
    }

    public HistoryEntry build() {
        return new HistoryEntry(id, time, actor, event, org, credential, credentialName, reason, changed, requestId);
    }
}
