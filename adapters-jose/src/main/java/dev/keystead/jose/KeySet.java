package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that seal secrets: a private JWK Set (RFC 7517) of symmetric keys of 256 bits. The first seals, all open. Immutable, safe for
 * use by many threads; nothing that it prints or throws holds key material.
 *
 * <p>A key seals with random nonces, so it should be replaced before it has sealed 2<sup>32</sup> values (NIST SP 800-38D, 8.3).
 */
public final class KeySet {
    private final List<SealingKey> keys;

    private KeySet(List<SealingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** A set of one new key. */
    public static KeySet generate() {
        return new KeySet(List.of(SealingKey.generate()));
    }

    /**
     * Reads a key set that is its owner's (and group's) alone.
     *
     * @throws InvalidValueException if the file cannot be read or is open to others, or if any key in it is not one that can seal;
     *     the message is one readable line
     */
    public static KeySet read(Path file) {
        return parse(file, PrivateFiles.read(file));
    }

    /** Reads the content of the file. */
    static KeySet parse(Path file, byte[] content) {
        try {
            return parse(content);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(file + " is not a key set: " + e.getMessage());
        }
    }

    /** Reads the text of a JWK Set. */
    static KeySet parse(byte[] json) {
        List<SealingKey> keys = new ArrayList<>();
        int position = 0;
        for (Object jwk : JwkSets.keysOf(json)) {
            SealingKey key = SealingKey.read(jwk, "key " + ++position);
            if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
                throw new InvalidValueException("key " + position + " has the kid of another: " + key.id());
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw new InvalidValueException("it has no keys");
        }
        return new KeySet(keys);
    }

    /**
     * Writes the set to a new file that only its owner can read (0600), whole or not at all; folders that do not exist become the
     * owner's alone (0700).
     *
     * @throws InvalidValueException if the file exists
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void writeTo(Path file) {
        PrivateFiles.create(file, toJson());
    }

    /** The text of the JWK Set. */
    byte[] toJson() {
        Map<String, Object> set =
                Map.of("keys", keys.stream().map(SealingKey::toJwk).toList());
        return JSONObjectUtils.toJSONString(set).getBytes(UTF_8);
    }

    /** With a new key behind the others: it opens, and seals once it is activated. */
    public KeySet rotated() {
        return with(keys.size(), SealingKey.generate());
    }

    /** With a new key before the others: it seals. */
    public KeySet rotatedNow() {
        return with(0, SealingKey.generate());
    }

    /**
     * With this key before the others, which stay in their order: it seals.
     *
     * @throws InvalidValueException if there is no such key
     */
    public KeySet activated(String keyId) {
        SealingKey key = require(keyId);
        return without(key).with(0, key);
    }

    /**
     * Without this key.
     *
     * @throws InvalidValueException if there is no such key, or it is the first, which seals
     */
    public KeySet without(String keyId) {
        SealingKey key = require(keyId);
        if (key == first()) {
            throw new InvalidValueException("the key " + keyId + " is the one that seals: activate another one first");
        }
        return without(key);
    }

    /** The ids of the keys in order: the first is the one that seals. */
    public List<String> keyIds() {
        return keys.stream().map(SealingKey::id).toList();
    }

    SealingKey first() {
        return keys.get(0);
    }

    Optional<SealingKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private SealingKey require(String id) {
        return find(id).orElseThrow(() -> new InvalidValueException(
                "there is no key " + id + " in the key set, which has " + String.join(", ", keyIds())));
    }

    private KeySet with(int position, SealingKey key) {
        List<SealingKey> changed = new ArrayList<>(keys);
        changed.add(position, key);
        return new KeySet(changed);
    }

    private KeySet without(SealingKey key) {
        return new KeySet(keys.stream().filter(other -> other != key).toList());
    }

    @Override
    public String toString() {
        return "KeySet" + keyIds();
    }
}
