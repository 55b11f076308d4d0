package dev.keystead.app.transfer;

import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.Storage;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what {@link Export} wrote into a storage: all of it or, whatever goes wrong, nothing. */
public final class Import {
    private Import() {}

    /**
     * Reads an export.
     *
     * @param only the one organisation to import; empty for all. The rest of the file is checked all the same
     * @param replace whether what is stored under the same id gives way
     * @param progress told after each item how much was done
     * @throws TransferException if the file is not a whole and right export, has nothing of the organisation, or brings something that
     *     is there already and may not be replaced
     * @throws dev.keystead.core.spi.StorageUnavailableException if the storage is lost; it says whether the outcome is unknown
     */
    public static Counts read(
            InputStream in, Storage storage, Optional<OrgId> only, boolean replace, Consumer<Counts> progress) {
        ImportedItems items = new ImportedItems(in, only, progress);
        try {
            storage.maintenance().load(items, replace);
        } catch (DuplicateException taken) {
            throw new TransferException(describe(taken), taken);
        }
        return items.counts();
    }

    private static String describe(DuplicateException taken) {
        String thing = switch (taken.of()) {
            case CREDENTIAL -> "a credential";
            case HISTORY_ENTRY -> "a history entry";
            case EXTERNAL_ID -> "an organisation's external id";
            case RECEIPT -> "a receipt";
        };
        return "the storage has " + thing + " of the file already, and nothing is overwritten without --replace";
    }
}
