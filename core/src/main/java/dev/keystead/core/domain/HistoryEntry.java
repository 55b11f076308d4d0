package dev.keystead.core.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One event in the life of a credential; written in the same transaction as its effect and kept for ever.
 *
 * @param id names the entry within the organisation; the order of ids is the order of time
 * @param time when it happened, to the millisecond
 * @param actor who did it
 * @param event what happened
 * @param org the organisation
 * @param credential which credential; it may be gone
 * @param credentialName what the credential was called after the event
 * @param reason why, in the words of the actor
 * @param changed the members that an update really changed, in the order of {@link Member}; no values
 * @param requestId the request that caused it
 */
public record HistoryEntry(
        HistoryId id,
        Instant time,
        Subject actor,
        HistoryEvent event,
        OrgId org,
        CredentialId credential,
        CredentialName credentialName,
        Reason reason,
        Set<Member> changed,
        RequestId requestId) {

    public HistoryEntry {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        Set<Member> ordered = EnumSet.noneOf(Member.class);
        ordered.addAll(changed);
        changed = Collections.unmodifiableSet(ordered);
    }
}
