package broken.keystead.core.domain;

/** Stands for the secret. */
public record Secret(String value) {
    public String reveal() {
        return value;
    }
}
