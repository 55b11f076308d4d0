package broken.keystead.app.cli;

import broken.keystead.core.domain.Secret;

/** A command that shows what nobody may see. */
public record PrintsTheSecret(Secret secret) {
    public String line() {
        return "the secret is " + secret.reveal();
    }
}
