package dev.keystead.app.wiring;

import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;

/** A real sealer whose key set a test changes. */
final class RotatedSealer implements SecretSealer {
    private volatile KeySet keySet = KeySet.generate();

    /** Another key seals from now on, and the others still open. */
    void rotate() {
        keySet = keySet.rotatedNow();
    }

    /** One as it is now. */
    SecretSealer fixed() {
        return Jose.sealer(keySet);
    }

    @Override
    public SealedSecret seal(Secret secret, SecretBinding binding) {
        return fixed().seal(secret, binding);
    }

    @Override
    public Secret open(SealedSecret sealed, SecretBinding binding) {
        return fixed().open(sealed, binding);
    }

    @Override
    public String sealingKeyId() {
        return fixed().sealingKeyId();
    }

    @Override
    public Fingerprint fingerprint(byte[] request) {
        return fixed().fingerprint(request);
    }

    @Override
    public boolean matches(Fingerprint fingerprint, byte[] request) {
        return fixed().matches(fingerprint, request);
    }
}
