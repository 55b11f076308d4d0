package dev.keystead.core.domain;

/**
 * The one place where a sealed secret opens: moved to another organisation, credential or member, it does not.
 *
 * @param org the organisation
 * @param credential the credential
 * @param member the member that the secret is the value of
 */
public record SecretBinding(OrgId org, CredentialId credential, Member member) {}
