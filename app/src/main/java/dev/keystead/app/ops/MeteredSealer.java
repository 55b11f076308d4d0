package dev.keystead.app.ops;

import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SecretSealer;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** A sealer that is timed. Safe for use by many threads if the other one is. */
public final class MeteredSealer implements SecretSealer {
    private final SecretSealer sealer;
    private final Outcomes sealing;
    private final Outcomes opening;

    public MeteredSealer(SecretSealer sealer, Metrics metrics) {
        this.sealer = sealer;
        this.sealing = Outcomes.of(metrics, "keystead.secrets.seal", "secrets that were sealed");
        this.opening = Outcomes.of(metrics, "keystead.secrets.open", "sealed secrets that were opened");
    }

    @Override
    public SealedSecret seal(Secret secret, SecretBinding binding) {
        return sealing.time(() -> sealer.seal(secret, binding));
    }

    @Override
    public Secret open(SealedSecret sealed, SecretBinding binding) {
        return opening.time(() -> sealer.open(sealed, binding));
    }

    @Override
    public String sealingKeyId() {
        return sealer.sealingKeyId();
    }

    @Override
    public Fingerprint fingerprint(byte[] request) {
        return sealer.fingerprint(request);
    }

    @Override
    public boolean matches(Fingerprint fingerprint, byte[] request) {
        return sealer.matches(fingerprint, request);
    }

    private record Outcomes(Timer done, Timer failed) {
        static Outcomes of(Metrics metrics, String name, String description) {
            return new Outcomes(timer(metrics, name, description, "done"), timer(metrics, name, description, "failed"));
        }

        private static Timer timer(Metrics metrics, String name, String description, String outcome) {
            return metrics.histogram(name, description).tag("outcome", outcome).register(metrics.registry());
        }

        <R> R time(Supplier<R> work) {
            Timer.Sample sample = Timer.start();
            Timer outcome = failed;
            try {
                R result = work.get();
                outcome = done;
                return result;
            } finally {
                sample.stop(outcome);
            }
        }
    }
}
