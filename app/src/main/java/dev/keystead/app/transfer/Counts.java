package dev.keystead.app.transfer;

/** How much was exported or imported. */
public record Counts(long organizations, long credentials, long history, long externalIds) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    /** How many lines that is, without header and trailer. */
    public long items() {
        return credentials + history + externalIds;
    }

    /** As the operator reads it. */
    @Override
    public String toString() {
        return "organisations: " + organizations + ", credentials: " + credentials + ", history entries: " + history
                + ", external ids: " + externalIds;
    }
}
