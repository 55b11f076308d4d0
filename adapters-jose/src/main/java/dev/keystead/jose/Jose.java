package dev.keystead.jose;

import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.TokenVerifier;
import java.time.Clock;

/** The door: makes what core needs of JOSE. What it makes is safe for use by many threads, starts no thread and needs no closing. */
public final class Jose {
    private Jose() {}

    /**
     * Verifies signed JWTs of one issuer for one audience: RS, PS and ES with 256, 384 or 512 bits, and nothing else.
     *
     * <p>Keys in the token itself ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are ignored and never followed: such a token is as
     * good as its signature by a key of the file.
     *
     * <p>The file of keys is read now, and again within 10 seconds of a change; a bad change is logged and the keys in use stay. Verified
     * tokens are remembered for up to 60 seconds, never past their {@code exp}, and not beyond a change of the keys.
     *
     * @param clock the time that tokens are held against
     * @throws dev.keystead.core.domain.InvalidValueException if the file cannot be read, has no key that can verify a token, or has one
     *     that must not: symmetric, private, weak, with the {@code kid} of another, or meant for something else; names each of them
     */
    public static TokenVerifier tokenVerifier(TokenConfig config, Clock clock) {
        return new JwtVerifier(
                new FileKeySource(config.jwks(), clock),
                new ClaimRules(config.issuer(), config.audience()),
                new GrantsReader(config.claims()),
                clock);
    }

    /** Seals secrets with the first key of the set and opens them with any of its keys. */
    public static SecretSealer sealer(KeySet keySet) {
        return new JweSealer(keySet);
    }
}
