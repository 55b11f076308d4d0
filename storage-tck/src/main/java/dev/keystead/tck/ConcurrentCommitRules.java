package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.CredentialBuilder.like;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StaleVersionException;
import dev.keystead.tck.Race.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commits of many threads at once. */
abstract class ConcurrentCommitRules extends RuleGroup {
    private static final int ROUNDS = 5;

    ConcurrentCommitRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check what the threads share (a connection? a cache?), and that deadlocks are repeated, not reported. */
    @Test
    @DisplayName("S-02 what many threads do at once all happens")
    void doesAllThatManyThreadsDo() {
        int each = 10;

        List<Finish<Integer>> finishes = Race.run(runner -> {
            int found = 0;
            for (int i = 0; i < each; i++) {
                Credential<SealedSecret> created = create(aCredential().id("id-" + runner + "-" + i));
                found += repository().find(created.org(), created.id()).isPresent() ? 1 : 0;
            }
            return found;
        });

        assertThat(finishes).as("what each thread found of its own").allSatisfy(finish -> {
            assertThat(finish.failure()).as("a thread's failure").isEmpty();
            assertThat(finish.result()).as("how many a thread found of its own").contains(each);
        });
        assertThat(list(ACME)).as("all credentials").hasSize(Race.RUNNERS * each);
        assertThat(history(ACME)).as("all entries").hasSize(Race.RUNNERS * each);
    }

    /** If this fails, check that the version is compared by the statement that writes, under a lock or as its condition. */
    @Test
    @DisplayName("S-58 of commits at once on one version exactly one is applied, and the others are stale")
    void appliesOneOfManyOnOneVersion() {
        Credential<SealedSecret> credential = create(aCredential());
        for (int round = 0; round < ROUNDS; round++) {
            Credential<SealedSecret> before = credential;
            List<Finish<String>> finishes = Race.run(runner -> {
                String name = "Named by " + runner;
                commit(commits.updating(
                        like(before).named(name).updated(MADE, "bob").build(), Member.NAME));
                return name;
            });

            List<String> winners = winners(finishes, StaleVersionException.class);
            assertThat(winners)
                    .as("those whose update of one version was applied")
                    .hasSize(1);
            credential = like(before).named(winners.get(0)).updated(MADE, "bob").build();
            assertThat(repository().find(ACME, before.id()))
                    .as("the credential")
                    .contains(credential);
        }
    }

    /** If this fails, check that the receipt is put in under a unique key, in the transaction of the change. */
    @Test
    @DisplayName("S-59 of commits at once under one key exactly one is applied, and the others are duplicates")
    void appliesOneOfManyUnderOneKey() {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key-" + round;
            List<Finish<String>> finishes = Race.run(runner -> {
                Credential<SealedSecret> created =
                        aCredential().id(key + "-" + runner).build();
                commit(Commits.with(aReceipt().under(key).created(created).build(), commits.creating(created)));
                return created.id().value();
            });

            List<String> winners = winners(finishes, DuplicateException.class);
            assertThat(winners)
                    .as("those whose commit under one key was applied")
                    .hasSize(1);
            assertThat(listedIds(ACME))
                    .filteredOn(id -> id.startsWith(key))
                    .as("the credentials created under one key")
                    .isEqualTo(winners);
        }
    }

    /** If this fails, check that change, entry and receipt become visible by one and the same act. */
    @Test
    @DisplayName("S-47 nobody sees a change without its entry and its receipt, or these without the change")
    void showsCommitsWholeOrNotAtAll() {
        Credential<SealedSecret> created = create(aCredential());
        AtomicBoolean done = new AtomicBoolean();

        List<Finish<List<String>>> finishes =
                Race.run(3, runner -> runner == 0 ? update(created, done) : watch(created, done));

        assertThat(finishes).allSatisfy(finish -> {
            assertThat(finish.failure()).as("a thread's failure").isEmpty();
            assertThat(finish.result().orElseThrow())
                    .as("what a thread saw of commits in pieces")
                    .isEmpty();
        });
    }

    private List<String> update(Credential<SealedSecret> created, AtomicBoolean done) {
        try {
            Credential<SealedSecret> credential = created;
            for (int i = 0; i < 25; i++) {
                credential = like(credential).updated(MADE, "bob").build();
                Commit update = commits.updating(credential);
                commit(Commits.with(
                        aReceipt()
                                .under("v" + credential.version())
                                .updated(credential)
                                .build(),
                        update));
            }
            return List.of();
        } finally {
            done.set(true);
        }
    }

    /** Looks at the parts of the latest commits in turn: whichever is seen first, the others must be there by then. */
    private List<String> watch(Credential<SealedSecret> created, AtomicBoolean done) {
        List<String> torn = new ArrayList<>();
        while (!done.get() && torn.isEmpty()) {
            int entries = historyOf(created).size();
            long version = current(created).version();
            if (version < entries) {
                torn.add("an entry without its change: " + entries + " entries, version " + version);
            }
            if (version > 1 && !hasReceipt(version)) {
                torn.add("a change without its receipt: version " + version);
            }
            if (historyOf(created).size() < version) {
                torn.add("a change without its entry: version " + version);
            }
            if (hasReceipt(version + 1) && current(created).version() <= version) {
                torn.add("a receipt without its change: version " + (version + 1));
            }
        }
        return torn;
    }

    private boolean hasReceipt(long version) {
        return repository()
                .receipt(aReceipt().under("v" + version).build().key())
                .isPresent();
    }

    private static List<String> winners(List<Finish<String>> finishes, Class<? extends Throwable> refusal) {
        finishes.forEach(finish -> finish.failure()
                .ifPresent(failure ->
                        assertThat(failure).as("how the others failed").isInstanceOf(refusal)));
        return finishes.stream().flatMap(finish -> finish.result().stream()).toList();
    }
}
