package dev.keystead.jdbc;

import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes what an import brings, in batches, within the transaction of its handle. */
final class Loader {
    private static final LoadedTable<Item.OfCredential> CREDENTIALS = new LoadedTable<>(
            DuplicateException.Of.CREDENTIAL,
            "DELETE FROM credential WHERE org_id = ? AND id = ?",
            CredentialTable.INSERT,
            item -> List.of(
                    item.credential().org().value(), item.credential().id().value()),
            (insert, item) -> CredentialTable.bind(insert, item.credential()));

    private static final LoadedTable<Item.OfHistory> ENTRIES = new LoadedTable<>(
            DuplicateException.Of.HISTORY_ENTRY,
            "DELETE FROM history WHERE org_id = ? AND id = ?",
            HistoryTable.INSERT,
            item -> List.of(item.entry().org().value(), item.entry().id().value()),
            (insert, item) -> HistoryTable.bind(insert, item.entry()));

    private static final LoadedTable<Item.OfExternalId> EXTERNAL_IDS = new LoadedTable<>(
            DuplicateException.Of.EXTERNAL_ID,
            "DELETE FROM external_id WHERE org_id = ?",
            ExternalIdTable.INSERT,
            item -> List.of(item.org().value()),
            (insert, item) -> ExternalIdTable.bind(insert, item.org(), item.externalId()));

    private final TableLoader<Item.OfCredential> credentials;
    private final TableLoader<Item.OfHistory> entries;
    private final TableLoader<Item.OfExternalId> externalIds;

    Loader(Handle handle, boolean replace) {
        credentials = new TableLoader<>(CREDENTIALS, handle, replace);
        entries = new TableLoader<>(ENTRIES, handle, replace);
        externalIds = new TableLoader<>(EXTERNAL_IDS, handle, replace);
    }

    void load(Iterator<Item> items) {
        items.forEachRemaining(this::add);
        credentials.flush();
        entries.flush();
        externalIds.flush();
    }

    private void add(Item item) {
        Runnable addition = item.fold(
                credential -> () -> credentials.add(credential),
                entry -> () -> entries.add(entry),
                externalId -> () -> externalIds.add(externalId));
        addition.run();
    }
}
