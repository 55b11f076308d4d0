package dev.keystead.core.domain;

import java.time.Instant;
import java.util.function.Function;

/**
 * A cloud account of an organisation, as Keystead keeps it.
 *
 * @param org the organisation that has it
 * @param id its id within the organisation
 * @param name what people call it
 * @param comments what people note about it
 * @param account how the cloud account is reached
 * @param usage its last reported use; not part of the version
 * @param version 1 at creation, one more at every update
 * @param audit who made and updated it
 * @param <S> the form in which it carries its secret
 */
public record Credential<S extends SecretForm>(
        OrgId org,
        CredentialId id,
        CredentialName name,
        Comments comments,
        CloudAccount<S> account,
        Usage usage,
        long version,
        Audit audit) {

    public Credential {
        if (version < 1) {
            throw new InvalidValueException("a version is 1 or more");
        }
    }

    /** The same credential with its secret in another form. */
    public <T extends SecretForm> Credential<T> withSecret(Function<? super S, ? extends T> form) {
        return new Credential<>(org, id, name, comments, account.withSecret(form), usage, version, audit);
    }

    /** The same credential as it may be shown. */
    public Credential<MaskedSecret> masked() {
        return new Credential<>(org, id, name, comments, account.masked(), usage, version, audit);
    }

    /** The same credential as an update leaves it: one version on. */
    public Credential<S> nextVersion(Instant at, Subject by) {
        return new Credential<>(org, id, name, comments, account, usage, version + 1, audit.updated(at, by));
    }

    /** The same credential after a reported use; its version stays. */
    public Credential<S> used(Usage reported) {
        return new Credential<>(org, id, name, comments, account, reported, version, audit);
    }

    /** What a list shows of it. */
    public CredentialSummary summary() {
        return new CredentialSummary(id, account.type(), name, comments, usage);
    }
}
