package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.spi.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Writes history entries. */
final class Chronicle {
    private final Clock clock;
    private final IdSource ids;

    Chronicle(Clock clock, IdSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Instant now() {
        return clock.instant();
    }

    HistoryEntry entry(Caller caller, HistoryEvent event, Credential<?> credential, Reason reason, Instant at) {
        return entry(caller, event, credential, reason, at, Set.of());
    }

    HistoryEntry entry(
            Caller caller,
            HistoryEvent event,
            Credential<?> credential,
            Reason reason,
            Instant at,
            Set<Member> changed) {
        return new HistoryEntry(
                new HistoryId(ids.next()),
                at,
                caller.subject(),
                event,
                credential.org(),
                credential.id(),
                credential.name(),
                reason,
                changed,
                caller.requestId());
    }
}
