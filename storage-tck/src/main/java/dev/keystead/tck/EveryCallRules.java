package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.ReceiptBuilder.aReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every call: organisations are apart, and what was written is seen. */
abstract class EveryCallRules extends RuleGroup {
    /** Ids that a careless comparison, collation or separator takes for one another. */
    private static final List<OrgId> ALIKE =
            List.of(new OrgId("acme"), new OrgId("ACME"), new OrgId("acme|1"), new OrgId("acme:1"), new OrgId("acm_"));

    EveryCallRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that every query and every key begins with the organisation, compared exactly. */
    @Test
    @DisplayName("S-01 the same ids in organisations of similar names are independent")
    void keepsOrganisationsApart() {
        List<Credential<SealedSecret>> created = new ArrayList<>();
        for (OrgId org : ALIKE) {
            Credential<SealedSecret> credential =
                    aCredential().in(org).named("Of " + org).azure().build();
            Receipt receipt = aReceipt().created(credential).build();
            assertThatCode(() ->
                            commit(Commits.withEntryId("same", Commits.with(receipt, commits.creating(credential)))))
                    .as("creating the same id in %s", org)
                    .doesNotThrowAnyException();
            created.add(credential);
        }

        assertThat(created).allSatisfy(credential -> {
            assertThat(repository().find(credential.org(), credential.id()))
                    .as("find")
                    .contains(credential);
            assertThat(list(credential.org())).as("list").containsExactly(credential.summary());
            assertThat(history(credential.org()))
                    .extracting(entry -> entry.credentialName())
                    .as("history")
                    .containsExactly(credential.name());
            assertThat(repository()
                            .receipt(aReceipt().created(credential).build().key()))
                    .as("receipt")
                    .contains(aReceipt().created(credential).build());
        });
    }

    /** If this fails, check the conditions of the writing statements: each names the organisation. */
    @Test
    @DisplayName("S-01 a write in one organisation changes nothing in another")
    void writesInOneOrganisationOnly() {
        Credential<SealedSecret> own = create(aCredential().azure());
        Credential<SealedSecret> foreign = create(aCredential().in(GLOBEX).azure());
        SealedSecret key = new SealedSecret("key-1", "sealed-1");

        Credential<SealedSecret> after = CredentialBuilder.like(own)
                .named("Renamed")
                .updated(MADE, "bob")
                .build();
        commit(commits.updating(after, Member.NAME));
        repository().recordUsage(ACME, own.id(), Usage.at(MADE, 7));
        repository().externalId(ACME, new ExternalId("x".repeat(32)));
        maintenance().replaceSealed(keyOf(own), key, new SealedSecret("key-2", "sealed-2"));
        commit(commits.removing(after));

        assertThat(repository().find(GLOBEX, foreign.id()))
                .as("the other's credential")
                .contains(foreign);
        assertThat(history(GLOBEX)).as("the other's history").hasSize(1);
        assertThat(maintenance().externalId(GLOBEX))
                .as("the other's external id")
                .isEmpty();
    }

    /** If this fails, check for caches and for reads from a copy that lags behind. */
    @Test
    @DisplayName("S-05 what a call that returned has written is seen by later calls of every thread")
    void showsEveryThreadWhatWasWritten() throws Exception {
        Credential<SealedSecret> credential = aCredential().build();
        Usage usage = Usage.at(MADE, 7);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(foundBy(other, credential))
                    .as("seen by another thread before")
                    .isEmpty();

            commit(commits.creating(credential));
            assertThat(foundBy(other, credential))
                    .as("seen by another thread after the commit")
                    .contains(credential);
            repository().recordUsage(ACME, credential.id(), usage);
            assertThat(foundBy(other, credential))
                    .as("seen by another thread after the report of a use")
                    .contains(CredentialBuilder.like(credential).used(usage).build());
            commit(commits.removing(credential));
            assertThat(foundBy(other, credential))
                    .as("seen by another thread after the removal")
                    .isEmpty();
        } finally {
            other.shutdownNow();
        }
    }

    private Optional<Credential<SealedSecret>> foundBy(ExecutorService thread, Credential<SealedSecret> credential)
            throws InterruptedException, ExecutionException {
        return thread.submit(() -> repository().find(credential.org(), credential.id()))
                .get();
    }
}
