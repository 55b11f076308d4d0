package dev.keystead.core.domain;

/**
 * What a verified token says.
 *
 * @param subject who presents it
 * @param grants what the subject may do
 */
public record Identity(Subject subject, Grants grants) {}
