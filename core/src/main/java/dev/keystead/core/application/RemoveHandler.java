package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.PreconditionFailedException;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.usecase.RemoveCredential;
import java.util.Optional;

final class RemoveHandler implements RemoveCredential {
    private final CredentialRepository repository;
    private final Chronicle chronicle;
    private final Receipts receipts;
    private final Retries retries;

    RemoveHandler(CredentialRepository repository, Chronicle chronicle, Receipts receipts, Retries retries) {
        this.repository = repository;
        this.chronicle = chronicle;
        this.receipts = receipts;
        this.retries = retries;
    }

    @Override
    public Removal remove(Caller caller, Command command) {
        caller.require(Permission.WRITE, command.org());
        return receipts.once(
                caller,
                command.org(),
                command.idempotency(),
                CanonicalRequest.of(command),
                draft -> retries.untilNotOvertaken(() -> commit(caller, command, draft)),
                receipt -> new Removal(true));
    }

    private Removal commit(Caller caller, Command command, Optional<Receipts.Draft> draft) {
        Credential<SealedSecret> stored =
                repository.find(command.org(), command.id()).orElseThrow(CredentialNotFoundException::new);
        if (!command.precondition().holdsFor(stored.version())) {
            throw new PreconditionFailedException();
        }
        HistoryEntry entry = chronicle.entry(caller, HistoryEvent.REMOVED, stored, command.reason(), chronicle.now());
        repository.commit(new Commit(
                new Change.Removed(stored.org(), stored.id(), stored.version()),
                entry,
                draft.map(receipt -> receipt.of(stored.id(), Optional.empty()))));
        return new Removal(false);
    }
}
