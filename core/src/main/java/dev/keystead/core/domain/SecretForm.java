package dev.keystead.core.domain;

/**
 * The form in which an account carries its secret. The form is part of every type that holds one, so that a repository cannot be
 * handed a plain secret and an answer cannot carry a sealed one.
 */
public sealed interface SecretForm permits Secret, SealedSecret, MaskedSecret {}
