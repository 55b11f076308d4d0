package dev.keystead.core.application;

import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the secrets beside the numbers that stand for them. */
final class FakeSealer implements SecretSealer {
    private record Sealed(Secret secret, SecretBinding binding) {}

    final List<SecretBinding> sealings = new ArrayList<>();
    private final Map<SealedSecret, Sealed> sealed = new HashMap<>();
    private String keyId = "key-1";

    @Override
    public SealedSecret seal(Secret secret, SecretBinding binding) {
        sealings.add(binding);
        SealedSecret value = new SealedSecret(keyId, "sealed-" + sealings.size());
        sealed.put(value, new Sealed(secret, binding));
        return value;
    }

    @Override
    public Secret open(SealedSecret value, SecretBinding binding) {
        Sealed found = sealed.get(value);
        if (found == null || !found.binding().equals(binding)) {
            throw new SealBrokenException("does not open", null);
        }
        return found.secret();
    }

    @Override
    public Fingerprint fingerprint(byte[] request) {
        return new Fingerprint("key-1", Base64.getEncoder().encodeToString(request));
    }

    @Override
    public boolean matches(Fingerprint fingerprint, byte[] request) {
        return fingerprint.equals(fingerprint(request));
    }

    /** From now on this key seals. */
    void activate(String otherKeyId) {
        keyId = otherKeyId;
    }

    /** From now on nothing opens that was sealed before. */
    void loseEverything() {
        sealed.clear();
    }
}
