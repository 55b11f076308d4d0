package dev.keystead.jose;

import dev.keystead.core.domain.Identity;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.time.Clock;
import java.time.Instant;

/**
 * Verifies signed JWTs (RFC 7519): form and header, signature, claims, in this order; then reads the grants. A token that names an
 * unknown key, and no other, makes the source of the keys look for it.
 */
final class JwtVerifier implements TokenVerifier, AutoCloseable {
    private final KeySource keySource;
    private final ClaimRules rules;
    private final GrantsReader grants;
    private final Clock clock;
    private final TokenCache cache = new TokenCache();

    JwtVerifier(KeySource keySource, ClaimRules rules, GrantsReader grants, Clock clock) {
        this.keySource = keySource;
        this.rules = rules;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public Identity verify(String token) {
        VerificationKeys keys = keySource.current();
        return cache.find(token, keys, clock.instant()).orElseGet(() -> verify(token, keys));
    }

    TokenCacheUse cacheUse() {
        return cache.use();
    }

    @Override
    public boolean isReady() {
        return keySource.isReady();
    }

    @Override
    public void close() {
        keySource.close();
    }

    private Identity verify(String token, VerificationKeys known) {
        try {
            SignedToken signed = SignedToken.parse(token);
            VerificationKeys keys = keysFor(signed, known);
            Instant now = clock.instant();
            if (!keys.verify(signed)) {
                throw new InvalidTokenException("the token is refused: its signature does not verify");
            }
            JsonObject claims = signed.claims();
            ClaimRules.Accepted accepted = rules.check(claims, now);
            Identity identity = new Identity(accepted.subject(), grants.read(claims));
            cache.put(token, keys, identity, now, accepted.refusedFrom());
            return identity;
        } catch (MalformedException e) {
            throw new InvalidTokenException("the token is refused: " + e.getMessage());
        }
    }

    private VerificationKeys keysFor(SignedToken signed, VerificationKeys known) {
        String keyId = signed.keyId();
        return keyId == null || known.knows(keyId) ? known : keySource.lookingFor(keyId);
    }
}
