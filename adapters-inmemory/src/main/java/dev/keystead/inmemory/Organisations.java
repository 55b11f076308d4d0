package dev.keystead.inmemory;

import dev.keystead.core.domain.OrgId;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The organisations in the order of their ids. Not safe for use by many threads: see {@link Guard}. */
final class Organisations {
    private final NavigableMap<OrgId, Organisation> byId = new TreeMap<>();

    /** For reading: an organisation without anything is as good as none, and not kept. */
    Organisation reading(OrgId id) {
        Organisation known = byId.get(id);
        return known == null ? new Organisation() : known;
    }

    Organisation writing(OrgId id) {
        return byId.computeIfAbsent(id, unknown -> new Organisation());
    }

    Collection<Organisation> all() {
        return byId.values();
    }

    /** The organisations from the one given, or the first, in order. */
    NavigableMap<OrgId, Organisation> from(Optional<OrgId> start) {
        return start.map(id -> byId.tailMap(id, true)).orElse(byId);
    }
}
