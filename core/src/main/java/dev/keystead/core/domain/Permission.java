package dev.keystead.core.domain;

/** What a role can allow in an organisation. */
public enum Permission {
    /** List and describe credentials, secrets masked. */
    READ,
    /** Create, update and remove credentials. */
    WRITE,
    /** Read who did what and why. */
    READ_HISTORY,
    /** Read a secret in clear. */
    RESOLVE,
    /** Report the use of a credential. */
    REPORT_USAGE,
    /** Read what the organisation must do in its cloud. */
    SETUP
}
