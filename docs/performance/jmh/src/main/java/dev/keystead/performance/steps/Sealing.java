package dev.keystead.performance.steps;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sealing a secret, and opening it. */
@State(Scope.Benchmark)
public class Sealing {
    private final SecretSealer sealer = Jose.sealer(KeySet.generate());
    private final SecretBinding place = new SecretBinding(new OrgId("acme"), new CredentialId("one"), Member.KEY);
    private final Secret secret = Secret.of("not-a-real-secret-of-forty-characters-xx");
    private final SealedSecret sealed = sealer.seal(secret, place);

    @Benchmark
    public SealedSecret seal() {
        return sealer.seal(secret, place);
    }

    @Benchmark
    public Secret open() {
        return sealer.open(sealed, place);
    }
}
