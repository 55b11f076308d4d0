package dev.keystead.jose;

import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.TokenVerifier;
import java.time.Clock;
import java.util.Optional;

/** The door: makes what core needs of JOSE. What it makes is safe for use by many threads. */
public final class Jose {
    private Jose() {}

    /**
     * Verifies signed JWTs of one issuer for one audience: RS, PS and ES with 256, 384 or 512 bits, and nothing else.
     *
     * <p>Keys in the token itself ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are ignored and never followed: such a token is as
     * good as its signature by a configured key. Verified tokens are remembered for up to 60 seconds, never past their {@code exp}, and
     * not beyond a change of the keys.
     *
     * <p>A file of keys is read now, and again within 10 seconds of a change; a bad change is logged and the keys in use stay. Nothing
     * runs in the background.
     *
     * <p>Keys that are published, at a URL or by the issuer, are fetched now, which is waited for up to 3 seconds, and from then on by a
     * daemon thread: about every 30 seconds, every 5 seconds while they are out of reach, and at an unknown {@code kid}, twice at once and
     * then every 5 seconds at the most. A key that left the set stops working within 60 seconds. Through an outage those that were fetched
     * go on for 24 hours; before the first fetch and after that time every token ends as unavailable, and the verifier is not ready. Of
     * what a set has, keys that must not be used are logged and the others used. Each document is given 3 seconds and 256 KiB.
     *
     * @param clock the time that tokens are held against
     * @return an {@link AutoCloseable} that ends the thread, if there is one
     * @throws dev.keystead.core.domain.InvalidValueException if the file cannot be read, has no key that can verify a token, or has one
     *     that must not: symmetric, private, weak, with the {@code kid} of another, or meant for something else; names each of them
     */
    public static TokenVerifier tokenVerifier(TokenConfig config, Clock clock) {
        return tokenVerifier(config, clock, RefreshPace.DEFAULT);
    }

    static JwtVerifier tokenVerifier(TokenConfig config, Clock clock, RefreshPace pace) {
        return new JwtVerifier(
                keySource(config.keys(), clock, pace),
                new ClaimRules(config.issuer(), config.audience()),
                new GrantsReader(config.claims()),
                clock);
    }

    /** How the cache of a verifier that was made here is used; empty for any other. */
    public static Optional<TokenCacheUse> cacheUse(TokenVerifier verifier) {
        return verifier instanceof JwtVerifier own ? Optional.of(own.cacheUse()) : Optional.empty();
    }

    /**
     * Looks once at the keys that a {@linkplain #tokenVerifier verifier} would take, for an operator who checks a configuration. Takes up to
     * 6 seconds.
     *
     * @throws dev.keystead.core.domain.InvalidValueException if they cannot be read or fetched, or none of them can verify a token; for a
     *     file also if any of them must not; the message is one readable line that begins with their place
     */
    public static TokenKeyCheck check(TokenKeys keys) {
        return keys.fold(
                in -> TokenKeyCheck.ofFile(in.file()),
                at -> TokenKeyCheck.of(new KeySetAtUrl(new KeyAddress(at.url()), documents())),
                of -> TokenKeyCheck.of(new KeySetOfIssuer(of.issuer(), documents())));
    }

    private static KeySource keySource(TokenKeys keys, Clock clock, RefreshPace pace) {
        return keys.fold(
                in -> new FileKeySource(in.file(), clock),
                at -> RemoteKeySource.start(new KeySetAtUrl(new KeyAddress(at.url()), documents()), clock, pace),
                of -> RemoteKeySource.start(new KeySetOfIssuer(of.issuer(), documents()), clock, pace));
    }

    private static WebDocuments documents() {
        return new WebDocuments(WebDocuments.Limits.DEFAULT);
    }

    /** Seals secrets with the first key of the set and opens them with any of its keys. */
    public static SecretSealer sealer(KeySet keySet) {
        return new JweSealer(() -> keySet, () -> keySet);
    }

    /**
     * Seals secrets with the first key of the file and opens them with any of its keys. The file is read again within 10 seconds of a
     * change, and at once when a stored secret or a fingerprint names a key that is not known yet; a bad change is logged and the keys
     * in use stay.
     */
    public static SecretSealer sealer(KeySetFile keySet) {
        return new JweSealer(keySet::current, keySet::latest);
    }
}
