package dev.keystead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AzureClientId;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.AzureTenant;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.inmemory.InMemoryStorage;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class ResealingTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final int SOON = 3;
    private static final int SELDOM = 10;
    private static final Resealing.Pace PACE = new Resealing.Pace(SHORT, Duration.ofSeconds(3), SHORT, SOON, SELDOM);
    private static final Resealing.Pace AT_ONCE = new Resealing.Pace(SHORT, SHORT, SHORT, SOON, SELDOM);
    private static final OrgId ORG = new OrgId("acme");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.keystead.app.wiring");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Closing closing = new Closing();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final ObservedMaintenance maintenance = new ObservedMaintenance(storage.maintenance());
    private final RotatedSealer sealer = new RotatedSealer();
    private final String firstKey = sealer.sealingKeyId();
    private final Resealing resealing = new Resealing(maintenance, sealer, PACE);

    @BeforeEach
    void capture() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopCapture() {
        logger.detachAppender(log);
        storage.close();
    }

    @Test
    void sealsAnewAtTheStartWhatIsUnderAnotherKey() {
        store(sealer);
        store(sealer);
        sealer.rotate();

        resealing.runOnce(closing);

        assertThat(counts()).containsExactly(Map.entry(sealer.sealingKeyId(), 2L));
        assertThat(lines())
                .containsExactly(
                        "INFO sealing 2 stored secrets anew with the key " + sealer.sealingKeyId(),
                        "INFO sealed anew with the key " + sealer.sealingKeyId()
                                + ": resealed: 2, skipped: 0, not opened: 0");
    }

    @Test
    void saysNothingWhereThereIsNothingToDo() {
        store(sealer);

        resealing.runOnce(closing);

        assertThat(counts()).containsExactly(Map.entry(firstKey, 1L));
        assertThat(lines()).isEmpty();
    }

    @Test
    void sealsAnewAsSoonAsAnotherKeySeals() {
        store(sealer);
        resealing.runOnce(closing);

        sealer.rotate();
        resealing.runOnce(closing);

        assertThat(counts()).containsExactly(Map.entry(sealer.sealingKeyId(), 1L));
    }

    @Test
    void sealsAnewWhatAnotherServerSealedBeforeItKnew() {
        SecretSealer another = sealer.fixed();
        sealer.rotate();
        resealing.runOnce(closing);
        store(another);

        look(SOON - 1);
        assertThat(counts()).containsKey(firstKey);
        look(1);

        assertThat(counts()).containsExactly(Map.entry(sealer.sealingKeyId(), 1L));
    }

    @Test
    void countsSeldomWhileNothingChanges() {
        resealing.runOnce(closing);
        look(SOON);
        assertThat(maintenance.counts).isEqualTo(2);

        look(SELDOM - 1);
        assertThat(maintenance.counts).isEqualTo(2);
        look(1);

        assertThat(maintenance.counts).isEqualTo(3);
    }

    @Test
    void looksEveryFewSecondsAndNotInStepWithOtherServers() {
        Duration first = resealing.runOnce(closing);

        assertThat(first).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(4_500));
        assertThat(first).isNotEqualTo(resealing.runOnce(closing));
    }

    @Test
    void namesOneSecretThatDoesNotOpenAndDoesNotTryAgainAndAgain() {
        SecretSealer lost = Jose.sealer(KeySet.generate());
        CredentialId id = store(lost);
        store(sealer);
        sealer.rotate();

        resealing.runOnce(closing);
        look(SOON + SELDOM);

        assertThat(counts()).isEqualTo(Map.of(lost.sealingKeyId(), 1L, sealer.sealingKeyId(), 1L));
        assertThat(lines())
                .hasSize(2)
                .last()
                .isEqualTo("ERROR sealed anew with the key " + sealer.sealingKeyId()
                        + ": resealed: 1, skipped: 0, not opened: 1; the first that does not open is specific.key of"
                        + " credential " + id + " in acme under key " + lost.sealingKeyId());
    }

    @Test
    void sealsAnewWhatComesBesideWhatDoesNotOpen() {
        store(Jose.sealer(KeySet.generate()));
        SecretSealer another = sealer.fixed();
        sealer.rotate();
        resealing.runOnce(closing);
        store(another);

        look(SOON);

        assertThat(counts()).doesNotContainKey(firstKey).containsEntry(sealer.sealingKeyId(), 1L);
    }

    @Test
    void logsAFailureInOneLineAndGoesOnSoon() {
        store(sealer);
        sealer.rotate();
        maintenance.beforeCount = () -> {
            maintenance.beforeCount = () -> {};
            throw new StorageUnavailableException(false, new IllegalStateException("a driver's words"));
        };

        resealing.runOnce(closing);
        assertThat(lines()).containsExactly("WARN sealing anew goes on later: the storage is out of reach");
        look(SOON);

        assertThat(counts()).containsExactly(Map.entry(sealer.sealingKeyId(), 1L));
    }

    @Test
    void tellsAFaultOfAnAdapterByItsClassAlone() {
        maintenance.beforeCount = () -> {
            throw new IllegalStateException("a value that it quotes");
        };

        resealing.runOnce(closing);

        assertThat(lines()).containsExactly("WARN sealing anew goes on later: java.lang.IllegalStateException");
    }

    @Test
    void endsBetweenTwoValuesWhenTheServerDoes() {
        for (int i = 0; i < 5; i++) {
            store(sealer);
        }
        sealer.rotate();
        maintenance.beforeReplacement = closing::begin;

        resealing.runOnce(closing);

        assertThat(counts()).isEqualTo(Map.of(firstKey, 4L, sealer.sealingKeyId(), 1L));
        assertThat(lines())
                .last()
                .isEqualTo("INFO sealing anew with the key " + sealer.sealingKeyId()
                        + " goes on at the next start: resealed: 1, skipped: 0, not opened: 0");
    }

    @Test
    void runsOnAThreadOfItsOwnUntilItIsClosed() {
        store(sealer);
        sealer.rotate();

        try (Resealing running = new Resealing(maintenance, sealer, AT_ONCE)) {
            running.start();
            while (counts().containsKey(firstKey)) {
                LockSupport.parkNanos(SHORT.toNanos());
            }
        }
        int asked = maintenance.counts;
        sealer.rotate();
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());

        assertThat(maintenance.counts).isEqualTo(asked);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            resealing.runOnce(closing);
        }
    }

    private Map<String, Long> counts() {
        return storage.maintenance().countByKeyId();
    }

    private CredentialId store(SecretSealer under) {
        return Keystead.builder()
                .repository(storage.repository())
                .sealer(under)
                .build()
                .createCredential()
                .create(
                        Caller.system("test"),
                        CreateCredential.Command.of(
                                ORG,
                                new CredentialName("one"),
                                new AzureServicePrincipal<>(
                                        new AzureTenant("contoso.com"),
                                        new AzureClientId("6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60"),
                                        Secret.of("Not-a-real-secret_1"))))
                .credential()
                .id();
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
