package dev.keystead.app.wiring;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a key set opens what is stored: every key must be there, and the first secrets are tried. */
final class StoredSecrets {
    private static final int TRIED_CREDENTIALS = 1_000;

    private StoredSecrets() {}

    /** Counts the secrets under each key, and opens those of the first thousand credentials. */
    static Look look(StorageMaintenance maintenance, KeySet keys) {
        Map<String, Long> counts = maintenance.countByKeyId();
        Map<String, Long> missing = new TreeMap<>(counts);
        missing.keySet().removeAll(keys.keyIds());
        if (!missing.isEmpty()) {
            return new Look(
                    false,
                    missing.entrySet().stream()
                            .map(key ->
                                    "the key set lacks the key " + key.getKey() + " of " + key.getValue() + " of them")
                            .collect(Collectors.joining(", ")));
        }
        SecretSealer sealer = Jose.sealer(keys);
        long opened = 0;
        for (Credential<SealedSecret> credential : maintenance.scan(Optional.empty(), TRIED_CREDENTIALS)) {
            Optional<SealedSecret> secret = secretOf(credential);
            if (secret.isPresent() && !opens(sealer, secret.get(), credential)) {
                return new Look(
                        false,
                        "that of credential " + credential.id() + " in " + credential.org()
                                + " does not open with the key " + secret.get().keyId()
                                + ", which it names: it was altered, or another key has that id");
            }
            opened += secret.isPresent() ? 1 : 0;
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Look(true, "all keys are there; opened " + opened + " of " + all);
    }

    private static boolean opens(SecretSealer sealer, SealedSecret secret, Credential<SealedSecret> credential) {
        try {
            sealer.open(secret, new SecretBinding(credential.org(), credential.id(), Member.KEY));
            return true;
        } catch (SealBrokenException broken) {
            return false;
        }
    }

    private static Optional<SealedSecret> secretOf(Credential<SealedSecret> credential) {
        return credential
                .account()
                .fold(aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty());
    }

    /** What was seen. */
    record Look(boolean fine, String text) {}
}
