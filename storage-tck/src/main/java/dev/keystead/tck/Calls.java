package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One call of every operation that needs the storage. */
enum Calls {
    FIND(onRepository(repository -> repository.find(sample().org(), sample().id()))),
    LIST(onRepository(
            repository -> repository.list(new ListQuery(sample().org(), CredentialFilter.ALL, Optional.empty(), 1)))),
    HISTORY(onRepository(
            repository -> repository.history(new HistoryQuery(sample().org(), Optional.empty(), Optional.empty(), 1)))),
    COMMIT(onRepository(repository -> repository.commit(new Commits().creating(sample())))),
    RECEIPT(onRepository(
            repository -> repository.receipt(ReceiptBuilder.aReceipt().build().key()))),
    RECORD_USAGE(onRepository(repository -> repository.recordUsage(sample().org(), sample().id(), Usage.at(MADE, 1)))),
    EXTERNAL_ID(onRepository(repository -> repository.externalId(sample().org(), new ExternalId("x".repeat(32))))),
    SCAN(onMaintenance(maintenance -> maintenance.scan(Optional.empty(), 1))),
    ORGANIZATIONS(onMaintenance(maintenance -> maintenance.organizations(Optional.empty(), 1))),
    READ_EXTERNAL_ID(onMaintenance(maintenance -> maintenance.externalId(sample().org()))),
    COUNT_BY_KEY_ID(onMaintenance(StorageMaintenance::countByKeyId)),
    REPLACE_SEALED(onMaintenance(maintenance -> maintenance.replaceSealed(
            new SecretBinding(sample().org(), sample().id(), Member.KEY),
            new SealedSecret("key-1", "sealed-1"),
            new SealedSecret("key-2", "sealed-2")))),
    EXPIRE_RECEIPTS(onMaintenance(maintenance -> maintenance.expireReceipts(MADE, 1))),
    LOAD(onMaintenance(maintenance ->
            maintenance.load(List.<Item>of(new Item.OfCredential(sample())).iterator(), false))),
    PING(Storage::ping),
    MIGRATE(Storage::migrate);

    private final Consumer<Storage> call;

    Calls(Consumer<Storage> call) {
        this.call = call;
    }

    void on(Storage storage) {
        call.accept(storage);
    }

    private static Consumer<Storage> onRepository(Consumer<CredentialRepository> call) {
        return storage -> call.accept(storage.repository());
    }

    private static Consumer<Storage> onMaintenance(Consumer<StorageMaintenance> call) {
        return storage -> call.accept(storage.maintenance());
    }

    private static Credential<SealedSecret> sample() {
        return aCredential().build();
    }
}
