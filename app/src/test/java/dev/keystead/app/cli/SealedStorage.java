package dev.keystead.app.cli;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ResolveCredential;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.util.Map;
import java.util.function.Function;

/** A storage that a test fills and looks into between the commands, which find it closed. */
final class SealedStorage {
    private static final OrgId ORG = new OrgId("acme");
    private static final Caller CALLER = Caller.system("test");

    private final String url;

    SealedStorage(String url) {
        this.url = url;
    }

    /** Stores a secret under the first key of the set. */
    CredentialId store(KeySet keys, String secret) {
        return over(storage -> keystead(storage, keys)
                .createCredential()
                .create(
                        CALLER,
                        CreateCredential.Command.of(
                                ORG,
                                new CredentialName("one"),
                                new AzureServicePrincipal<>(
                                        new AzureTenant("contoso.com"),
                                        new AzureClientId("6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60"),
                                        Secret.of(secret))))
                .credential()
                .id());
    }

    /** Opens a secret with the keys. */
    Secret open(CredentialId id, KeySet keys) {
        Credential<Secret> resolved = over(storage -> keystead(storage, keys)
                .resolveCredential()
                .resolve(CALLER, new ResolveCredential.Command(ORG, id, new Purpose("a look")))
                .credential());
        return ((AzureServicePrincipal<Secret>) resolved.account()).key();
    }

    Map<String, Long> countByKeyId() {
        return over(storage -> storage.maintenance().countByKeyId());
    }

    private <R> R over(Function<Storage, R> work) {
        try (Storage storage = new JdbcStorageProvider().open(StorageConfig.of(url))) {
            storage.migrate();
            return work.apply(storage);
        }
    }

    private static Keystead keystead(Storage storage, KeySet keys) {
        return Keystead.builder()
                .repository(storage.repository())
                .sealer(Jose.sealer(keys))
                .build();
    }
}
