package dev.keystead.core.application;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.IdSource;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.Outcome;
import java.time.Instant;
import java.util.Optional;

final class CreateHandler implements CreateCredential {
    private final CredentialRepository repository;
    private final SecretSealer sealer;
    private final IdSource ids;
    private final Chronicle chronicle;
    private final Receipts receipts;
    private final Retries retries;

    CreateHandler(
            CredentialRepository repository,
            SecretSealer sealer,
            IdSource ids,
            Chronicle chronicle,
            Receipts receipts,
            Retries retries) {
        this.repository = repository;
        this.sealer = sealer;
        this.ids = ids;
        this.chronicle = chronicle;
        this.receipts = receipts;
        this.retries = retries;
    }

    @Override
    public Outcome create(Caller caller, Command command) {
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
        Instant now = chronicle.now();
        Credential<SealedSecret> created = seal(caller, command, now);
        HistoryEntry entry = chronicle.entry(
                caller,
                HistoryEvent.CREATED,
                created,
                new Reason(command.comments().value()),
                now);
        repository.commit(new Commit(
                new Change.Created(created),
                entry,
                draft.map(receipt -> receipt.of(created.id(), Optional.of(created.masked())))));
        return new Outcome(created.masked(), Optional.empty());
    }

    private Credential<SealedSecret> seal(Caller caller, Command command, Instant now) {
        CredentialId id = new CredentialId(ids.next());
        SecretBinding keyOfNew = new SecretBinding(command.org(), id, Member.KEY);
        return new Credential<>(
                command.org(),
                id,
                command.name(),
                command.comments(),
                command.account().withSecret(secret -> sealer.seal(secret, keyOfNew)),
                Usage.NEVER,
                1,
                Audit.created(now, caller.subject()));
    }
}
