package dev.keystead.jose;

import java.util.List;

/** The keys that tokens are verified with at one time. Immutable; compared by identity, so that it can tell one time from the next. */
final class VerificationKeys {
    private final List<VerificationKey> keys;

    VerificationKeys(List<VerificationKey> keys) {
        this.keys = List.copyOf(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int size() {
        return keys.size();
    }

    /** True if one of the keys has this {@code kid}. */
    boolean knows(String id) {
        return keys.stream().anyMatch(key -> id.equals(key.id()));
    }

    /** True if one of the keys that fit the token signed it. */
    boolean verify(SignedToken token) {
        return keys.stream().anyMatch(key -> key.fits(token) && key.verifies(token));
    }
}
