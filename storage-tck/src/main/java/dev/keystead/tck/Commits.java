package dev.keystead.tck;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes commits whose history entries are numbered one after the other. Safe for use by many threads. */
final class Commits {
    private final AtomicInteger count = new AtomicInteger();

    Commit creating(Credential<SealedSecret> credential) {
        return commit(new Change.Created(credential), HistoryEvent.CREATED, credential, Set.of());
    }

    /** An update to {@code after}, whose version is already raised. */
    Commit updating(Credential<SealedSecret> after, Member... changed) {
        Set<Member> members = Set.of(changed);
        return commit(new Change.Updated(after, members), HistoryEvent.UPDATED, after, members);
    }

    Commit removing(Credential<SealedSecret> current) {
        Change change = new Change.Removed(current.org(), current.id(), current.version());
        return commit(change, HistoryEvent.REMOVED, current, Set.of());
    }

    Commit leaving(Credential<SealedSecret> current) {
        Change change = new Change.Unchanged(current.org(), current.id(), current.version());
        return commit(change, HistoryEvent.RESOLVED, current, Set.of());
    }

    static Commit with(Receipt receipt, Commit commit) {
        return new Commit(commit.change(), commit.entry(), Optional.of(receipt));
    }

    static Commit with(HistoryEntry entry, Commit commit) {
        return new Commit(commit.change(), entry, commit.receipt());
    }

    /** The commit made at another time. */
    static Commit at(Instant time, Commit commit) {
        return with(EntryBuilder.like(commit.entry()).at(time).build(), commit);
    }

    /** The commit with another id for its entry. */
    static Commit withEntryId(String id, Commit commit) {
        return with(EntryBuilder.like(commit.entry()).id(id).build(), commit);
    }

    private Commit commit(Change change, HistoryEvent event, Credential<SealedSecret> credential, Set<Member> changed) {
        HistoryEntry entry = EntryBuilder.anEntry()
                .id(String.format("entry-%06d", count.incrementAndGet()))
                .of(credential)
                .event(event)
                .changing(changed)
                .build();
        return new Commit(change, entry, Optional.empty());
    }
}
