package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.CredentialBuilder.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.tck.Race.Finish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Usage, external ids and sealed keys, written by many threads at once. */
abstract class ConcurrentWriteRules extends RuleGroup {
    private static final int ROUNDS = 5;
    private static final SealedSecret OLD = new SealedSecret("key-1", "old");

    ConcurrentWriteRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that neither the update nor the report writes what it has read of the other. */
    @Test
    @DisplayName("S-63 updates and reports of use at once both hold")
    void keepsUpdatesAndReportsApart() {
        int each = 10;
        List<Credential<SealedSecret>> all = new ArrayList<>();
        for (int i = 0; i < Race.RUNNERS / 2; i++) {
            all.add(create(aCredential().id("id-" + i)));
        }

        List<Finish<Integer>> finishes = Race.run(runner -> {
            Credential<SealedSecret> credential = all.get(runner / 2);
            for (int i = 1; i <= each; i++) {
                if (runner % 2 == 0) {
                    credential = like(credential)
                            .named("Name " + i)
                            .updated(MADE, "bob")
                            .build();
                    commit(commits.updating(credential, Member.NAME));
                } else {
                    repository().recordUsage(ACME, credential.id(), Usage.at(MADE.plusSeconds(i), i));
                }
            }
            return runner;
        });

        expectNoFailure(finishes);
        assertThat(all).allSatisfy(credential -> {
            Credential<SealedSecret> found = current(credential);
            assertThat(found.version()).as("the version after %s updates", each).isEqualTo(each + 1);
            assertThat(found.name().value()).as("the last name").isEqualTo("Name " + each);
            assertThat(found.usage()).as("the last use").isEqualTo(Usage.at(MADE.plusSeconds(each), each));
        });
    }

    /** If this fails, check that the times are compared by the statement that writes, under a lock or as its condition. */
    @Test
    @DisplayName("S-64 of reports of use at once the youngest holds")
    void keepsTheYoungestOfManyReports() {
        Credential<SealedSecret> credential = create(aCredential());
        for (int round = 1; round <= ROUNDS; round++) {
            int youngest = round * Race.RUNNERS;
            List<Finish<Boolean>> finishes = Race.run(runner -> repository()
                    .recordUsage(ACME, credential.id(), Usage.at(MADE.plusSeconds(youngest - runner), runner)));

            expectNoFailure(finishes);
            assertThat(current(credential).usage())
                    .as("the youngest of the uses reported at once")
                    .isEqualTo(Usage.at(MADE.plusSeconds(youngest), 0));
        }
    }

    /** If this fails, check that whoever comes second reads what the first has stored, however close they are. */
    @Test
    @DisplayName("S-71 calls at once with different candidates all get the same external id")
    void givesAllTheSameExternalId() {
        for (int round = 0; round < ROUNDS; round++) {
            OrgId org = new OrgId("org-" + round);
            List<Finish<ExternalId>> finishes = Race.run(runner -> repository()
                    .externalId(org, new ExternalId(String.valueOf(runner).repeat(32))));

            expectNoFailure(finishes);
            assertThat(finishes)
                    .extracting(finish -> finish.result().orElseThrow())
                    .as("the external ids that calls at once got")
                    .containsOnly(repository().externalId(org, new ExternalId("later".repeat(6) + "on")));
        }
    }

    /** If this fails, check that the expected value is compared by the statement that writes. */
    @Test
    @DisplayName("S-93 of replacements of one sealed key at once exactly one succeeds")
    void replacesASealedKeyOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            Credential<SealedSecret> credential =
                    create(aCredential().id("id-" + round).azure(OLD));

            List<Finish<Boolean>> finishes =
                    Race.run(runner -> maintenance().replaceSealed(keyOf(credential), OLD, anew(runner)));

            expectNoFailure(finishes);
            List<Boolean> answers = finishes.stream()
                    .map(finish -> finish.result().orElseThrow())
                    .toList();
            assertThat(answers).as("the answers").containsOnlyOnce(true);
            assertThat(current(credential))
                    .as("the credential with the replacement that succeeded")
                    .isEqualTo(
                            like(credential).azure(anew(answers.indexOf(true))).build());
        }
    }

    /** If this fails, check that the expected value is compared by the statement that writes. */
    @Test
    @DisplayName("S-93 a replacement never undoes an update of the key that happens at the same time")
    void neverUndoesAnUpdate() {
        SealedSecret updated = new SealedSecret("key-1", "updated");
        for (int round = 0; round < ROUNDS; round++) {
            Credential<SealedSecret> credential =
                    create(aCredential().id("id-" + round).azure(OLD));
            Credential<SealedSecret> after =
                    like(credential).azure(updated).updated(MADE, "bob").build();

            List<Finish<Boolean>> finishes = Race.run(runner -> {
                if (runner == 0) {
                    commit(commits.updating(after, Member.KEY));
                    return true;
                }
                return maintenance().replaceSealed(keyOf(credential), OLD, anew(runner));
            });

            expectNoFailure(finishes);
            assertThat(current(credential))
                    .as("the credential with the updated key")
                    .isEqualTo(after);
        }
    }

    private static SealedSecret anew(int runner) {
        return new SealedSecret("key-1", "sealed anew by " + runner);
    }

    private static void expectNoFailure(List<? extends Finish<?>> finishes) {
        assertThat(finishes)
                .allSatisfy(finish ->
                        assertThat(finish.failure()).as("a thread's failure").isEmpty());
    }
}
