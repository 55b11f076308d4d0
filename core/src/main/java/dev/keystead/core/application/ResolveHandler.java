package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.usecase.ResolveCredential;
import java.util.Optional;

final class ResolveHandler implements ResolveCredential {
    private final CredentialRepository repository;
    private final SecretSealer sealer;
    private final ExternalIds externalIds;
    private final Chronicle chronicle;
    private final Retries retries;

    ResolveHandler(
            CredentialRepository repository,
            SecretSealer sealer,
            ExternalIds externalIds,
            Chronicle chronicle,
            Retries retries) {
        this.repository = repository;
        this.sealer = sealer;
        this.externalIds = externalIds;
        this.chronicle = chronicle;
        this.retries = retries;
    }

    @Override
    public Resolution resolve(Caller caller, Command command) {
        caller.require(Permission.RESOLVE, command.org());
        return retries.untilNotOvertaken(() -> open(caller, command));
    }

    private Resolution open(Caller caller, Command command) {
        Credential<SealedSecret> stored =
                repository.find(command.org(), command.id()).orElseThrow(CredentialNotFoundException::new);
        SecretBinding binding = new SecretBinding(stored.org(), stored.id(), Member.KEY);
        Credential<Secret> opened = stored.withSecret(value -> sealer.open(value, binding));
        Optional<ExternalId> externalId = stored.account()
                .fold(
                        aws -> Optional.of(externalIds.of(stored.org())),
                        azure -> Optional.empty(),
                        gcp -> Optional.empty());
        HistoryEntry entry = chronicle.entry(
                caller, HistoryEvent.RESOLVED, stored, command.purpose().asReason(), chronicle.now());
        repository.commit(
                new Commit(new Change.Unchanged(stored.org(), stored.id(), stored.version()), entry, Optional.empty()));
        return new Resolution(opened, externalId);
    }
}
