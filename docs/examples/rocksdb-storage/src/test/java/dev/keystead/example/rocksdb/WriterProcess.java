package dev.keystead.example.rocksdb;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.tck.CredentialBuilder;
import dev.keystead.tck.EntryBuilder;
import java.util.Optional;

/** The main class of a process that is there to be killed: creates credentials without end, and prints the id of each. */
final class WriterProcess {
    static final OrgId ORG = new OrgId("acme");

    private WriterProcess() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the URL, and the beginning of the ids
     */
    public static void main(String[] arguments) {
        Storage storage = open(arguments[0]);
        for (int i = 0; true; i++) {
            CredentialId id = new CredentialId(arguments[1] + i);
            storage.repository().commit(creation(id));
            System.out.println(id + ";"); // the semicolon shows that the line is whole
        }
    }

    static Storage open(String url) {
        Storage storage = new RocksStorageProvider().open(StorageConfig.of(url));
        storage.migrate();
        return storage;
    }

    private static Commit creation(CredentialId id) {
        Credential<SealedSecret> credential =
                CredentialBuilder.aCredential().in(ORG).id(id.value()).azure().build();
        HistoryEntry entry =
                EntryBuilder.anEntry().of(credential).id("of-" + id).build();
        return new Commit(new Change.Created(credential), entry, Optional.empty());
    }
}
