package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.DuplicateException.Of;
import dev.keystead.core.spi.StorageMaintenance.Item;

/** Puts the items of a load into a batch; what came earlier in the same load counts as stored. */
final class Load {
    private Load() {}

    static void put(Item item, boolean replace, Batch batch) {
        Runnable effect = item.fold(
                of -> () -> {
                    byte[] key = Keys.credential(
                            of.credential().org(), of.credential().id());
                    requireFree(replace || !batch.has(key), Of.CREDENTIAL);
                    Records.put(batch, of.credential());
                },
                of -> () -> put(of.entry(), replace, batch),
                of -> () -> {
                    requireFree(replace || !batch.has(Keys.externalId(of.org())), Of.EXTERNAL_ID);
                    Records.put(batch, of.org(), of.externalId());
                });
        effect.run();
    }

    private static void put(HistoryEntry entry, boolean replace, Batch batch) {
        byte[] key = Keys.entry(entry.org(), entry.id());
        requireFree(replace || !batch.has(key), Of.HISTORY_ENTRY);
        batch.get(key).map(EntryCodec::decode).map(Keys::entryOf).ifPresent(batch::delete); // it may be another's
        Records.put(batch, entry);
    }

    private static void requireFree(boolean free, Of taken) {
        if (!free) {
            throw new DuplicateException(taken);
        }
    }
}
