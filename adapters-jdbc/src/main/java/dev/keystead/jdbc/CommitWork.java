package dev.keystead.jdbc;

import dev.keystead.core.domain.Receipt;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What one commit does in its transaction. The receipt is written first: whoever comes second under its key waits there for the first,
 * holding nothing, and is then told of the duplicate rather than of the version that the first one raised.
 *
 * @param commit what is committed
 * @param overExpired whether an expired receipt under the key is deleted before; without, it counts as a duplicate, which costs one
 *     statement less
 */
record CommitWork(Commit commit, boolean overExpired) implements Function<Handle, Integer> {
    @Override
    public Integer apply(Handle handle) {
        commit.receipt().ifPresent(receipt -> writeReceipt(handle, receipt));
        int written = commit.change()
                .fold(
                        created -> create(handle, created),
                        updated -> CredentialTable.update(handle, updated),
                        removed -> CredentialTable.delete(handle, removed),
                        unchanged -> writeEntryIfCurrent(handle, unchanged));
        if (written == 0) {
            throw new StaleVersionException();
        }
        if (!(commit.change() instanceof Change.Unchanged)) {
            writeEntry(handle);
        }
        return written;
    }

    private void writeReceipt(Handle handle, Receipt receipt) {
        if (overExpired) {
            ReceiptTable.deleteExpired(handle, receipt.key(), commit.entry().time());
        }
        SqlErrors.refusingDuplicates(DuplicateException.Of.RECEIPT, () -> ReceiptTable.insert(handle, receipt));
    }

    private int create(Handle handle, Change.Created created) {
        return SqlErrors.refusingDuplicates(
                DuplicateException.Of.CREDENTIAL, () -> CredentialTable.insert(handle, created.credential()));
    }

    private int writeEntryIfCurrent(Handle handle, Change.Unchanged unchanged) {
        return refusingATakenEntryId(() -> HistoryTable.insertIfCurrent(handle, commit.entry(), unchanged));
    }

    private void writeEntry(Handle handle) {
        refusingATakenEntryId(() -> HistoryTable.insert(handle, commit.entry()));
    }

    private static int refusingATakenEntryId(Supplier<Integer> insert) {
        return SqlErrors.refusingDuplicates(DuplicateException.Of.HISTORY_ENTRY, insert);
    }
}
