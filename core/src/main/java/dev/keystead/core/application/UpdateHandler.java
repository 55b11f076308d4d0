package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.PreconditionFailedException;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.usecase.Outcome;
import dev.keystead.core.usecase.UpdateCredential;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

final class UpdateHandler implements UpdateCredential {
    private final CredentialRepository repository;
    private final Merge merge;
    private final Chronicle chronicle;
    private final Receipts receipts;
    private final Retries retries;

    UpdateHandler(
            CredentialRepository repository, Merge merge, Chronicle chronicle, Receipts receipts, Retries retries) {
        this.repository = repository;
        this.merge = merge;
        this.chronicle = chronicle;
        this.receipts = receipts;
        this.retries = retries;
    }

    @Override
    public Outcome update(Caller caller, Command command) {
        caller.require(Permission.WRITE, command.org());
        return receipts.once(
                caller,
                command.org(),
                command.idempotency(),
                CanonicalRequest.of(command),
                draft -> retries.untilNotOvertaken(() -> commit(caller, command, draft)),
                Replay::of);
    }

    private Outcome commit(Caller caller, Command command, Optional<Receipts.Draft> draft) {
        Credential<SealedSecret> stored =
                repository.find(command.org(), command.id()).orElseThrow(CredentialNotFoundException::new);
        command.change()
                .account()
                .ifPresent(account -> Merge.requireMembersOf(stored.account().type(), account));
        if (!command.precondition().holdsFor(stored.version())) {
            throw new PreconditionFailedException();
        }
        Instant now = chronicle.now();
        Credential<SealedSecret> merged = merge.apply(stored, command.change());
        Set<Member> changed = Merge.differences(stored, merged);
        Credential<SealedSecret> after = merged.nextVersion(now, caller.subject());
        HistoryEntry entry = chronicle.entry(caller, HistoryEvent.UPDATED, after, command.reason(), now, changed);
        repository.commit(new Commit(
                new Change.Updated(after, changed),
                entry,
                draft.map(receipt -> receipt.of(after.id(), Optional.of(after.masked())))));
        return new Outcome(after.masked(), Optional.empty());
    }
}
