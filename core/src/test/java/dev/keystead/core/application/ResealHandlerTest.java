package dev.keystead.core.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keystead.core.domain.AccountChange;
import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialChange;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.Purpose;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageUnavailableException;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.core.usecase.ResealSecrets.Tally;
import dev.keystead.core.usecase.ResolveCredential;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResealHandlerTest {
    private static final ResealSecrets.Observer NOBODY = new ResealSecrets.Observer() {};

    private final Bench bench = new Bench();
    private final FakeMaintenance maintenance = new FakeMaintenance(bench.repository);
    private final ResealSecrets resealing = Handlers.resealing(maintenance, bench.sealer);

    @Test
    void sealsAnewWhatIsUnderAnotherKeyAndNothingElse() {
        CredentialId old = bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");
        CredentialId current = bench.created(Bench.servicePrincipal());
        bench.created(Bench.awsRole());
        bench.created(Bench.gcpProject());
        SealedSecret untouched = sealed(current);

        Tally tally = resealing.reseal(NOBODY);

        assertThat(tally).isEqualTo(new Tally(1, 1, 0));
        assertThat(sealed(old).keyId()).isEqualTo("key-2");
        assertThat(sealed(current)).isEqualTo(untouched);
    }

    @Test
    void keepsTheSecretAndItsPlace() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");

        resealing.reseal(NOBODY);

        assertThat(bench.sealer.open(sealed(id), place(id))).isEqualTo(Bench.FIRST_KEY);
        ResolveCredential.Command resolve = new ResolveCredential.Command(Bench.ACME, id, new Purpose("a look"));
        assertThat(bench.useCases
                        .resolveCredential()
                        .resolve(Bench.AGENT, resolve)
                        .credential()
                        .account())
                .isEqualTo(Bench.servicePrincipal());
    }

    @Test
    void leavesVersionAuditAndHistoryAsTheyAre() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        Credential<SealedSecret> before = bench.stored(id);
        bench.sealer.activate("key-2");

        resealing.reseal(NOBODY);

        assertThat(bench.stored(id).masked()).isEqualTo(before.masked());
        assertThat(bench.repository.history).hasSize(1);
    }

    @Test
    void passesOverWhatDoesNotOpenAndTells() {
        CredentialId lost = bench.created(Bench.servicePrincipal());
        bench.sealer.loseEverything();
        CredentialId found = bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");
        SealedSecret before = sealed(lost);
        List<String> told = new ArrayList<>();

        Tally tally = resealing.reseal(new ResealSecrets.Observer() {
            @Override
            public void unopened(SecretBinding place, String keyId) {
                told.add(place.org() + " " + place.credential() + " " + place.member() + " " + keyId);
            }
        });

        assertThat(tally).isEqualTo(new Tally(1, 0, 1));
        assertThat(told).containsExactly("acme " + lost + " KEY key-1");
        assertThat(sealed(lost)).isEqualTo(before);
        assertThat(sealed(found).keyId()).isEqualTo("key-2");
    }

    @Test
    void doesNotUndoAnUpdateThatComesBetween() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");
        maintenance.beforeReplacement(
                () -> bench.update(id, CredentialChange.account(AccountChange.key(Bench.SECOND_KEY))));

        Tally tally = resealing.reseal(NOBODY);

        assertThat(tally).isEqualTo(new Tally(0, 1, 0));
        assertThat(bench.sealer.open(sealed(id), place(id))).isEqualTo(Bench.SECOND_KEY);
    }

    @Test
    void doesNotBringBackWhatWasRemoved() {
        CredentialId id = bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");
        maintenance.beforeReplacement(() -> bench.remove(id));

        assertThat(resealing.reseal(NOBODY)).isEqualTo(new Tally(0, 1, 0));
        assertThat(bench.repository.find(Bench.ACME, id)).isEmpty();
    }

    @Test
    void goesThroughEverythingInBatchesAndTellsAfterEach() {
        int count = 2 * ResealHandler.BATCH + 1;
        for (int i = 0; i < count; i++) {
            bench.created(Bench.servicePrincipal());
        }
        bench.sealer.activate("key-2");
        List<Tally> told = new ArrayList<>();

        Tally tally = resealing.reseal(new ResealSecrets.Observer() {
            @Override
            public void worked(Tally soFar) {
                told.add(soFar);
            }
        });

        assertThat(tally).isEqualTo(new Tally(count, 0, 0));
        assertThat(told).extracting(Tally::total).containsExactly(200L, 400L, 401L);
        assertThat(bench.repository.credentials.values())
                .allMatch(credential -> sealed(credential.id()).keyId().equals("key-2"));
    }

    @Test
    void endsBetweenTwoValuesWhenItIsToldToAndGoesOnWhenItIsAskedAgain() {
        for (int i = 0; i < 10; i++) {
            bench.created(Bench.servicePrincipal());
        }
        bench.sealer.activate("key-2");

        Tally ended = resealing.reseal(new ResealSecrets.Observer() {
            private int asked;

            @Override
            public boolean goesOn() {
                return ++asked <= 5; // before the first batch, and before four values
            }
        });

        assertThat(ended).isEqualTo(new Tally(4, 0, 0));
        assertThat(resealing.reseal(NOBODY)).isEqualTo(new Tally(6, 4, 0));
    }

    @Test
    void keepsWhatIsDoneWhenTheStorageIsLostAndGoesOnWhenItIsBack() {
        bench.created(Bench.servicePrincipal());
        bench.created(Bench.servicePrincipal());
        bench.sealer.activate("key-2");
        List<String> replacements = new ArrayList<>();
        maintenance.beforeReplacement(() -> {
            replacements.add("one");
            if (replacements.size() == 2) {
                throw new StorageUnavailableException(true, null);
            }
        });

        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> resealing.reseal(NOBODY));

        assertThat(resealing.reseal(NOBODY)).isEqualTo(new Tally(1, 1, 0));
    }

    @Test
    void hasNothingToDoWhereNothingIsStored() {
        assertThat(resealing.reseal(NOBODY))
                .isEqualTo(Tally.NONE)
                .hasToString("resealed: 0, skipped: 0, not opened: 0");
    }

    private SealedSecret sealed(CredentialId id) {
        return ((AzureServicePrincipal<SealedSecret>) bench.stored(id).account()).key();
    }

    private static SecretBinding place(CredentialId id) {
        return new SecretBinding(Bench.ACME, id, Member.KEY);
    }
}
