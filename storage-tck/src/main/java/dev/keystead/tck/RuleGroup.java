package dev.keystead.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.List;
import java.util.Optional;

/** What the rules of every group need: the storage under test and short ways to fill and read it. */
abstract class RuleGroup {
    static final OrgId ACME = new OrgId("acme");
    static final OrgId GLOBEX = new OrgId("globex");
    static final int PLENTY = 1_000;

    final Commits commits = new Commits();
    private final CredentialRepositoryTck kit;

    RuleGroup(CredentialRepositoryTck kit) {
        this.kit = kit;
    }

    CredentialRepositoryTck kit() {
        return kit;
    }

    CredentialRepository repository() {
        return kit.storage().repository();
    }

    StorageMaintenance maintenance() {
        return kit.storage().maintenance();
    }

    void commit(Commit commit) {
        repository().commit(commit);
    }

    Credential<SealedSecret> create(CredentialBuilder builder) {
        Credential<SealedSecret> credential = builder.build();
        commit(commits.creating(credential));
        return credential;
    }

    /** Brings credentials and all else straight in, without commits. */
    void load(StorageMaintenance.Item... items) {
        maintenance().load(List.of(items).iterator(), false);
    }

    /** The credential as it is stored now; the test fails if it is not there. */
    Credential<SealedSecret> current(Credential<SealedSecret> credential) {
        Optional<Credential<SealedSecret>> found = repository().find(credential.org(), credential.id());
        assertThat(found).as("the stored credential %s", credential.id()).isPresent();
        return found.orElseThrow();
    }

    List<CredentialSummary> list(OrgId org) {
        return repository().list(new ListQuery(org, CredentialFilter.ALL, Optional.empty(), PLENTY));
    }

    List<String> listedIds(OrgId org) {
        return idsOf(list(org));
    }

    List<HistoryEntry> history(OrgId org) {
        return repository().history(new HistoryQuery(org, Optional.empty(), Optional.empty(), PLENTY));
    }

    List<HistoryEntry> historyOf(Credential<?> credential) {
        return repository()
                .history(new HistoryQuery(credential.org(), Optional.of(credential.id()), Optional.empty(), PLENTY));
    }

    static List<String> idsOf(List<CredentialSummary> summaries) {
        return summaries.stream().map(summary -> summary.id().value()).toList();
    }

    static List<String> entryIdsOf(List<HistoryEntry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    static SecretBinding keyOf(Credential<?> credential) {
        return new SecretBinding(credential.org(), credential.id(), Member.KEY);
    }
}
