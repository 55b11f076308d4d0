package dev.keystead.app.transfer;

import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a storage has, page by page, so that its size does not matter. Equal contents give equal bytes. Beside a running server it
 * is no snapshot; what it promises then is told in {@code docs/export-format.md}.
 */
public final class Export {
    private final Storage storage;
    private final OutputStream out;
    private final Consumer<Counts> progress;
    private final Sequence sequence = new Sequence();

    private Export(Storage storage, OutputStream out, Consumer<Counts> progress) {
        this.storage = storage;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Writes an export.
     *
     * @param only the one organisation to export; empty for all
     * @param out is not closed
     * @param progress told after each item how much was done
     * @throws TransferException if the organisation has nothing stored, or it cannot be written
     * @throws dev.keystead.core.spi.StorageUnavailableException if the storage is lost
     */
    public static Counts write(Storage storage, Optional<OrgId> only, OutputStream out, Consumer<Counts> progress) {
        try {
            return new Export(storage, out, progress).write(only);
        } catch (UncheckedIOException failure) {
            throw new TransferException("the export cannot be written", failure);
        }
    }

    private Counts write(Optional<OrgId> only) {
        write(Format.header());
        only.ifPresentOrElse(this::writeOne, this::writeAll);
        write(Format.trailer(sequence.counts()));
        flush();
        return sequence.counts();
    }

    private void writeAll() {
        CredentialWalk credentials = CredentialWalk.through(storage);
        Iterator<OrgId> organizations =
                new Pages<>(after -> storage.maintenance().organizations(after, Pages.SIZE));
        organizations.forEachRemaining(org -> write(org, credentials));
    }

    private void writeOne(OrgId org) {
        write(org, CredentialWalk.from(org, storage));
        if (sequence.counts().items() == 0) {
            throw new TransferException("the storage has nothing of the organisation " + org);
        }
    }

    /** In the order that {@link Kind} gives the reason for. */
    private void write(OrgId org, CredentialWalk credentials) {
        credentials.forEachOf(org, credential -> write(new Item.OfCredential(credential)));
        Iterator<HistoryEntry> history = new Pages<>(before -> history(org, before));
        history.forEachRemaining(entry -> write(new Item.OfHistory(entry)));
        storage.maintenance().externalId(org).ifPresent(externalId -> write(new Item.OfExternalId(org, externalId)));
    }

    private List<HistoryEntry> history(OrgId org, Optional<HistoryEntry> before) {
        return storage.repository()
                .history(new HistoryQuery(org, Optional.empty(), before.map(HistoryEntry::id), Pages.SIZE));
    }

    private void write(Item item) {
        try {
            sequence.accept(item);
        } catch (InvalidValueException disorder) {
            throw new TransferException(
                    "the storage gives something twice, or not in order: such an export could not be imported",
                    disorder);
        }
        write(ItemWriter.write(item));
        progress.accept(sequence.counts());
    }

    private void write(ObjectNode line) {
        try {
            out.write(Json.bytes(line));
            out.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
