package dev.keystead.app.cli;

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
import dev.keystead.core.spi.StorageConfig;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.jdbc.JdbcStorageProvider;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, by a clock that is 25 hours ahead, over a database that the test looks into. */
class ExpiredReceiptsTest {
    private static final String URL = "jdbc:h2:mem:expired-receipts";
    private static final OrgId ORG = new OrgId("acme");
    private static final Caller CALLER = Caller.system("test");
    private static final Clock TODAY = Clock.systemUTC();
    private static final Clock TOMORROW = Clock.offset(TODAY, Duration.ofHours(25));

    @TempDir
    private Path folder;

    private Storage storage;

    @BeforeEach
    void openStorage() {
        storage = new JdbcStorageProvider().open(StorageConfig.of(URL));
        storage.migrate();
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Test
    void areRemovedByARunningServerAndNoOthers() {
        create("expired", TODAY);
        create("kept", TOMORROW);

        int code = new Trial(folder)
                .at(TOMORROW)
                .whileItRuns(server -> waitUntilGone("expired"))
                .run("dev", "--http-port", "0", "--storage-url", URL);

        assertThat(code).isZero();
        assertThat(receipt("kept")).isPresent();
    }

    private void create(String key, Clock clock) {
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
                                new CredentialName("one"),
                                Comments.NONE,
                                new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader")),
                                Optional.of(Idempotency.of(key))));
        assertThat(receipt(key)).isPresent();
    }

    private void waitUntilGone(String key) {
        Instant deadline = TODAY.instant().plusSeconds(60);
        while (receipt(key).isPresent()) {
            assertThat(TODAY.instant()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Optional<Receipt> receipt(String key) {
        return storage.repository().receipt(new Receipt.Key(ORG, CALLER.subject(), new IdempotencyKey(key)));
    }
}
