package dev.keystead.jdbc;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Values for the tests of this module. */
final class Fixture {
    static final OrgId ORG = new OrgId("acme");
    static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123Z");
    static final Subject SUBJECT = new Subject("ada");

    private Fixture() {}

    static Storage open(String url) {
        return new JdbcStorageProvider().open(StorageConfig.of(url));
    }

    static Storage openMigrated(String url) {
        Storage storage = open(url);
        storage.migrate();
        return storage;
    }

    static String fileUrl(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("keystead");
    }

    static Commit creation(String id) {
        return creation(id, "sealed-" + id);
    }

    static Commit creation(String id, String sealedValue) {
        return new Commit(
                new Change.Created(credential(id, sealedValue)),
                entry("created-" + id, id, HistoryEvent.CREATED),
                Optional.empty());
    }

    static Commit removal(String id, long version) {
        return new Commit(
                new Change.Removed(ORG, new CredentialId(id), version),
                entry("removed-" + id, id, HistoryEvent.REMOVED),
                Optional.empty());
    }

    static Credential<SealedSecret> credential(String id, String sealedValue) {
        return new Credential<>(
                ORG,
                new CredentialId(id),
                new CredentialName("name of " + id),
                Comments.NONE,
                new AzureServicePrincipal<>(
                        new AzureTenant("contoso.onmicrosoft.com"),
                        new AzureClientId("11111111-2222-3333-4444-555555555555"),
                        new SealedSecret("kid-1", sealedValue)),
                Usage.NEVER,
                1,
                Audit.created(NOW, SUBJECT));
    }

    static HistoryEntry entry(String entryId, String credentialId, HistoryEvent event) {
        return new HistoryEntry(
                new HistoryId(entryId),
                NOW,
                SUBJECT,
                event,
                ORG,
                new CredentialId(credentialId),
                new CredentialName("name of " + credentialId),
                Reason.NONE,
                Set.of(),
                new RequestId("request-1"));
    }

    static Receipt receipt(String key, Credential<MaskedSecret> view, Instant expiresAt) {
        return new Receipt(
                new Receipt.Key(ORG, SUBJECT, new IdempotencyKey(key)),
                new Fingerprint("kid-1", "fingerprint"),
                Receipt.Operation.CREATE,
                view.id(),
                Optional.of(view),
                true,
                expiresAt);
    }
}
