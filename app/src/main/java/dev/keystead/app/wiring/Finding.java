package dev.keystead.app.wiring;

/**
 * What a check of the {@link Doctor} found.
 *
 * @param fine whether a server can run with it
 * @param subject what was checked, in a word or three
 * @param text what there is, or what is wrong and what to do about it, in one line
 */
public record Finding(boolean fine, String subject, String text) {}
