package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The receipts in a storage, of requests made by any clock. */
public final class StoredReceipts {
    private static final OrgId ORG = new OrgId("acme");
    private static final Caller CALLER = Caller.system("test");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final Storage storage;

    public StoredReceipts(Storage storage) {
        this.storage = storage;
    }

    /** Has a receipt recorded under the key at that time. */
    public void record(String key, Clock clock) {
        Keystead.builder()
                .repository(storage.repository())
                .sealer(Jose.sealer(KeySet.generate()))
                .clock(clock)
                .build()
                .createCredential()
                .create(
                        CALLER,
                        new CreateCredential.Command(
                                ORG,
                                new CredentialName("of " + key),
                                Comments.NONE,
                                new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader")),
                                Optional.of(Idempotency.of(key))));
        assertThat(find(key)).as("the receipt %s", key).isPresent();
    }

    public Optional<Receipt> find(String key) {
        return storage.repository().receipt(new Receipt.Key(ORG, CALLER.subject(), new IdempotencyKey(key)));
    }

    /** Returns when there is none under the key any more. */
    public void awaitRemovalOf(String key) {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (find(key).isPresent()) {
            assertThat(System.nanoTime()).as("the receipt %s stays", key).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
