package dev.keystead.performance.steps;

import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.Jose;
import dev.keystead.jose.TokenConfig;
import dev.keystead.jose.TokenIssuer;
import dev.keystead.jose.TokenKeys;
import dev.keystead.jose.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifying a token: one that was seen before, and one that was not. */
@State(Scope.Benchmark)
public class Tokens {
    private static final String ISSUER = "https://id.example.com";
    private static final String AUDIENCE = "keystead";
    private static final int DIFFERENT = 1_000;

    private final List<String> tokens = new ArrayList<>();
    private TokenVerifier verifier = token -> {
        throw new IllegalStateException("not set up");
    };
    private TokenConfig config =
            new TokenConfig(ISSUER, AUDIENCE, TokenKeys.at("https://id.example.com/keys"), ClaimNames.DEFAULT);
    private int next;

    @Setup
    public void issue() throws IOException {
        TokenIssuer issuer = TokenIssuer.generate();
        Path keys = Files.createTempDirectory("tokens").resolve("jwks.json");
        issuer.writePublicKeysTo(keys);
        config = new TokenConfig(ISSUER, AUDIENCE, TokenKeys.inFile(keys), ClaimNames.DEFAULT);
        for (int i = 0; i < DIFFERENT; i++) {
            tokens.add(issuer.issue(new TokenRequest(
                    ISSUER,
                    AUDIENCE,
                    new Subject("subject-" + i),
                    Map.of(new OrgId("acme"), Set.of(Role.ADMIN)),
                    Duration.ofHours(1))));
        }
        verifier = Jose.tokenVerifier(config, Clock.systemUTC());
    }

    @Benchmark
    public Identity seenBefore() {
        return verifier.verify(tokens.get(0));
    }

    /** ES256. A verifier that has seen all tokens gives way to a new one. */
    @Benchmark
    public Identity neverSeen() {
        if (next == DIFFERENT) {
            verifier = Jose.tokenVerifier(config, Clock.systemUTC());
            next = 0;
        }
        return verifier.verify(tokens.get(next++));
    }
}
