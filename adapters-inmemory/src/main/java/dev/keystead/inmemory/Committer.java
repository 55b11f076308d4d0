package dev.keystead.inmemory;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import java.util.function.Consumer;

/** Applies commits: everything is checked before anything is written, so that a refused one leaves no trace. */
final class Committer {
    private final Organisations organisations;

    Committer(Organisations organisations) {
        this.organisations = organisations;
    }

    void apply(Commit commit) {
        Organisation known = organisations.reading(commit.change().org());
        commit.receipt().ifPresent(receipt -> requireUnused(known, receipt, commit));
        Consumer<Organisation> effect = effectOf(commit.change(), known);
        if (known.history.containsKey(commit.entry().id())) {
            throw new DuplicateException(DuplicateException.Of.HISTORY_ENTRY);
        }
        Organisation organisation = organisations.writing(commit.change().org());
        effect.accept(organisation);
        organisation.put(commit.entry());
        commit.receipt().ifPresent(receipt -> organisation.receipts.put(receipt.key(), receipt));
    }

    private static void requireUnused(Organisation organisation, Receipt receipt, Commit commit) {
        Receipt stored = organisation.receipts.get(receipt.key());
        if (stored != null && !stored.isExpiredAt(commit.entry().time())) {
            throw new DuplicateException(DuplicateException.Of.RECEIPT);
        }
    }

    private static Consumer<Organisation> effectOf(Change change, Organisation organisation) {
        return change.fold(
                created -> {
                    if (organisation.credentials.containsKey(created.id())) {
                        throw new DuplicateException(DuplicateException.Of.CREDENTIAL);
                    }
                    return written -> written.put(created.credential());
                },
                updated -> {
                    Credential<SealedSecret> stored = current(organisation, updated.id(), updated.expectedVersion());
                    return written -> written.put(updated.onto(stored));
                },
                removed -> {
                    current(organisation, removed.id(), removed.expectedVersion());
                    return written -> written.credentials.remove(removed.id());
                },
                unchanged -> {
                    current(organisation, unchanged.id(), unchanged.expectedVersion());
                    return written -> {};
                });
    }

    private static Credential<SealedSecret> current(Organisation organisation, CredentialId id, long version) {
        return organisation
                .credential(id)
                .filter(stored -> stored.version() == version)
                .orElseThrow(StaleVersionException::new);
    }
}
