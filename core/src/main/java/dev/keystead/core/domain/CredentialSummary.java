package dev.keystead.core.domain;

/** What a list shows of a credential: nothing that was ever secret, sealed or not. */
public record CredentialSummary(CredentialId id, CloudType type, CredentialName name, Comments comments, Usage usage) {}
