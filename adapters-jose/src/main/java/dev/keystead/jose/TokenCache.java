package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keystead.core.domain.Identity;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Remembers verified tokens for a while, by their SHA-256, so that neither tokens nor much memory are held: a few megabytes at the most.
 * An entry counts only under the very keys that it was verified with, so a change of keys forgets everything at once and a verification
 * that was still running under the old keys cannot undo that.
 */
final class TokenCache {
    private static final int MAX_ENTRIES = 10_000;
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Cache<Digest, Entry> entries =
            Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** The identity that the token proved under these keys, if that is still to be believed. */
    Optional<Identity> find(String token, VerificationKeys keys, Instant now) {
        Optional<Identity> found = Optional.ofNullable(entries.getIfPresent(Digest.of(token)))
                .filter(entry -> entry.keys == keys && !now.isBefore(entry.from) && now.isBefore(entry.until))
                .map(entry -> entry.identity);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    TokenCacheUse use() {
        return new TokenCacheUse(hits.sum(), misses.sum(), entries.estimatedSize());
    }

    /** Remembers what the token proved, for 60 seconds or until it is refused, whichever is sooner. */
    void put(String token, VerificationKeys keys, Identity identity, Instant now, Instant refusedFrom) {
        Instant limit = now.plus(MAX_AGE);
        entries.put(
                Digest.of(token), new Entry(keys, identity, now, refusedFrom.isBefore(limit) ? refusedFrom : limit));
    }

    private record Entry(VerificationKeys keys, Identity identity, Instant from, Instant until) {}

    private record Digest(long a, long b, long c, long d) {
        static Digest of(String token) {
            try {
                ByteBuffer sha256 =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
                return new Digest(sha256.getLong(), sha256.getLong(), sha256.getLong(), sha256.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
