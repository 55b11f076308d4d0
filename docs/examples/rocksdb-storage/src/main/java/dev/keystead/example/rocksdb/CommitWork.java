package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.DuplicateException.Of;
import dev.keystead.core.spi.StaleVersionException;

/** Puts a commit into a batch, or refuses it: then the batch is never written. */
final class CommitWork {
    private CommitWork() {}

    static void apply(Commit commit, Batch batch) {
        commit.receipt().ifPresent(receipt -> putUnderAFreeKey(receipt, commit, batch));
        apply(commit.change(), batch);
        if (batch.has(Keys.entry(commit.entry().org(), commit.entry().id()))) {
            throw new DuplicateException(Of.HISTORY_ENTRY);
        }
        Records.put(batch, commit.entry());
    }

    private static void putUnderAFreeKey(Receipt receipt, Commit commit, Batch batch) {
        Records.receipt(batch, receipt.key())
                .filter(stored -> !stored.isExpiredAt(commit.entry().time()))
                .ifPresent(taken -> {
                    throw new DuplicateException(Of.RECEIPT);
                });
        Records.put(batch, receipt);
    }

    private static void apply(Change change, Batch batch) {
        Runnable effect = change.fold(
                created -> () -> create(created.credential(), batch),
                updated -> () -> Records.put(
                        batch, updated.onto(current(batch, updated.org(), updated.id(), updated.expectedVersion()))),
                removed -> () -> {
                    current(batch, removed.org(), removed.id(), removed.expectedVersion());
                    batch.delete(Keys.credential(removed.org(), removed.id()));
                },
                unchanged -> () -> current(batch, unchanged.org(), unchanged.id(), unchanged.expectedVersion()));
        effect.run();
    }

    private static void create(Credential<SealedSecret> credential, Batch batch) {
        if (batch.has(Keys.credential(credential.org(), credential.id()))) {
            throw new DuplicateException(Of.CREDENTIAL);
        }
        Records.put(batch, credential);
    }

    private static Credential<SealedSecret> current(Batch batch, OrgId org, CredentialId id, long version) {
        return Records.credential(batch, org, id)
                .filter(stored -> stored.version() == version)
                .orElseThrow(StaleVersionException::new);
    }
}
