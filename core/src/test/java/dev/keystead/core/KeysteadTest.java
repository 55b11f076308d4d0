package dev.keystead.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keystead.core.domain.AwsRole;
import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.RoleArn;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.usecase.CreateCredential;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.core.usecase.UseCases;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeysteadTest {
    private static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123Z");
    private static final CreateCredential.Command CREATE = CreateCredential.Command.of(
            new OrgId("acme"),
            new CredentialName("prod"),
            new AwsRole<>(new RoleArn("arn:aws:iam::123456789012:role/Reader")));

    private final List<Commit> commits = new ArrayList<>();
    private final CredentialRepository repository = port(CredentialRepository.class);
    private final SecretSealer sealer = port(SecretSealer.class);

    @Test
    void needsARepository() {
        Keystead.Builder builder = Keystead.builder().sealer(sealer);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("Keystead.builder() needs a repository");
    }

    @Test
    void needsASealer() {
        Keystead.Builder builder = Keystead.builder().repository(repository);

        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("Keystead.builder() needs a sealer");
    }

    @Test
    void makesUuidsOfVersionSevenFromTheClockUnlessToldOtherwise() {
        Keystead keystead = Keystead.builder()
                .repository(repository)
                .sealer(sealer)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();

        Credential<MaskedSecret> created = create(keystead);

        UUID id = UUID.fromString(created.id().value());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(created.audit().createdAt()).isEqualTo(NOW);
    }

    @Test
    void runsByTheSystemClockUnlessToldOtherwise() {
        Instant before = Instant.now().minusMillis(1);

        Credential<MaskedSecret> created =
                create(Keystead.builder().repository(repository).sealer(sealer).build());

        assertThat(created.audit().createdAt()).isBetween(before, Instant.now());
    }

    @Test
    void takesTheIdsThatItIsGiven() {
        AtomicInteger count = new AtomicInteger();
        Keystead keystead = Keystead.builder()
                .repository(repository)
                .sealer(sealer)
                .ids(() -> "id-" + count.incrementAndGet())
                .build();

        assertThat(create(keystead).id()).hasToString("id-1");
        assertThat(commits).extracting(commit -> commit.entry().id().value()).containsExactly("id-2");
    }

    @Test
    void handsOutTheSameUseCasesSinglyAndTogether() {
        Keystead keystead =
                Keystead.builder().repository(repository).sealer(sealer).build();

        assertThat(keystead.useCases())
                .isEqualTo(new UseCases(
                        keystead.createCredential(),
                        keystead.listCredentials(),
                        keystead.describeCredential(),
                        keystead.updateCredential(),
                        keystead.removeCredential(),
                        keystead.resolveCredential(),
                        keystead.reportUsage(),
                        keystead.listHistory(),
                        keystead.describeSetup()));
        assertThat(keystead.useCases()).hasNoNullFieldsOrProperties();
    }

    @Test
    void sealsAnewOverTheStorageThatItIsGiven() {
        List<Integer> limits = new ArrayList<>();
        StorageMaintenance empty = StorageMaintenance.class.cast(Proxy.newProxyInstance(
                StorageMaintenance.class.getClassLoader(),
                new Class<?>[] {StorageMaintenance.class},
                (proxy, method, args) -> {
                    limits.add((Integer) args[1]);
                    return List.of();
                }));
        SecretSealer named = SecretSealer.class.cast(Proxy.newProxyInstance(
                SecretSealer.class.getClassLoader(),
                new Class<?>[] {SecretSealer.class},
                (proxy, method, args) -> "key-1"));

        ResealSecrets.Tally tally = Keystead.resealing(empty, named).reseal(new ResealSecrets.Observer() {});

        assertThat(tally).isEqualTo(ResealSecrets.Tally.NONE);
        assertThat(limits).hasSize(1);
    }

    private static Credential<MaskedSecret> create(Keystead keystead) {
        return keystead.createCredential().create(Caller.system("test"), CREATE).credential();
    }

    /** A port that notes commits and fails at everything else. */
    private <T> T port(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!method.getName().equals("commit")) {
                throw new AssertionError(method + " is not needed here");
            }
            commits.add((Commit) args[0]);
            return null;
        }));
    }
}
