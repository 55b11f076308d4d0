package dev.keystead.app.process;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.spi.StorageMaintenance.Item;
import dev.keystead.core.spi.StorageMaintenance.Position;
import dev.keystead.jdbc.JdbcStorageProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stores many secrets at once, and counts them, in a storage that this process may open. */
final class Secrets {
    private static final OrgId ORG = new OrgId("acme");
    private static final int PAGE = 1_000;

    private Secrets() {}

    /** Stores so many; by id what they are. */
    static Map<String, String> fill(String url, SecretSealer sealer, int count) {
        Map<String, String> secrets = new HashMap<>();
        IntStream.range(0, count).forEach(i -> secrets.put("stored-%06d".formatted(i), "stored-secret-" + i));
        try (Storage storage = storage(url)) {
            storage.migrate();
            storage.maintenance()
                    .load(
                            secrets.entrySet().stream()
                                    .map(secret -> item(secret.getKey(), secret.getValue(), sealer))
                                    .iterator(),
                            false);
        }
        return secrets;
    }

    /** How many there are under each key. */
    static Map<String, Long> countByKeyId(String url) {
        try (Storage storage = storage(url)) {
            return storage.maintenance().countByKeyId();
        }
    }

    /** Opens all of them; by id what they are. */
    static Map<String, String> open(String url, SecretSealer sealer) {
        Map<String, String> secrets = new HashMap<>();
        try (Storage storage = storage(url)) {
            Optional<Position> after = Optional.empty();
            List<Credential<SealedSecret>> page;
            do {
                page = storage.maintenance().scan(after, PAGE);
                for (Credential<SealedSecret> credential : page) {
                    SecretBinding place = new SecretBinding(ORG, credential.id(), Member.KEY);
                    Credential<Secret> opened = credential.withSecret(value -> sealer.open(value, place));
                    secrets.put(
                            credential.id().value(),
                            ((AzureServicePrincipal<Secret>) opened.account())
                                    .key()
                                    .reveal());
                    after = Optional.of(new Position(ORG, credential.id()));
                }
            } while (page.size() == PAGE);
        }
        return secrets;
    }

    private static Storage storage(String url) {
        return new JdbcStorageProvider().open(StorageConfig.of(url));
    }

    private static Item item(String id, String secret, SecretSealer sealer) {
        SecretBinding place = new SecretBinding(ORG, new CredentialId(id), Member.KEY);
        SealedSecret sealed = sealer.seal(Secret.of(secret), place);
        return new Item.OfCredential(new Credential<>(
                ORG,
                place.credential(),
                new CredentialName("stored"),
                Comments.NONE,
                new AzureServicePrincipal<>(
                        new AzureTenant("contoso.com"),
                        new AzureClientId("6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60"),
                        sealed),
                Usage.NEVER,
                1,
                Audit.created(Instant.parse("2026-11-23T19:05:11.123Z"), new Subject("ada"))));
    }
}
