package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.NamePrefix;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Listing an organisation's credentials, page by page. */
abstract class ListRules extends RuleGroup {
    ListRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check the collation of the id's column: it must compare bytes ("C" in PostgreSQL), not follow a language. */
    @Test
    @DisplayName("S-20 a list ascends by id, compared as ASCII: hyphen, digits, upper case, lower case")
    void ascendsById() {
        for (String id : List.of("b", "aa", "a", "B", "aA", "a-", "Z", "0", "-", "a0", "9", "10", "A")) {
            create(aCredential().id(id));
        }

        assertThat(listedIds(ACME))
                .as("the ids in the order of the list")
                .containsExactly("-", "0", "10", "9", "A", "B", "Z", "a", "a-", "a0", "aA", "aa", "b");
    }

    /** If this fails, check that both parts of the filter are applied, each only where it is present. */
    @Test
    @DisplayName("S-21 a list shows those that pass the filter by type, by prefix and by both, and no others")
    void showsWhatPassesTheFilter() {
        create(aCredential().id("1").named("Test aws"));
        create(aCredential().id("2").named("Live aws"));
        create(aCredential().id("3").named("Test azure").azure());
        create(aCredential().id("4").named("Live azure").azure());
        create(aCredential().id("5").named("Test gcp").gcp("my-project-123"));

        assertThat(filtered(Optional.of(CloudType.AZURE), Optional.empty()))
                .as("azure")
                .containsExactly("3", "4");
        assertThat(filtered(Optional.of(CloudType.GCP), Optional.empty()))
                .as("gcp")
                .containsExactly("5");
        assertThat(filtered(Optional.empty(), prefix("Test"))).as("Test").containsExactly("1", "3", "5");
        assertThat(filtered(Optional.of(CloudType.AWS), prefix("Test")))
                .as("aws, Test")
                .containsExactly("1");
        assertThat(filtered(Optional.of(CloudType.GCP), prefix("Live")))
                .as("gcp, Live")
                .isEmpty();
    }

    /** If this fails, check that the limit is the query's own: core takes a page that is not full for the last one. */
    @Test
    @DisplayName("S-22 a page has no more than the limit, and no fewer while more follow")
    void fillsThePageToTheLimit() {
        loadNumbered(150);

        assertThat(List.of(1, 149, 150))
                .allSatisfy(limit -> assertThat(page(Optional.empty(), limit))
                        .as("the first page of %s", limit)
                        .hasSize(limit));
        assertThat(List.of(151, Integer.MAX_VALUE))
                .allSatisfy(limit -> assertThat(page(Optional.empty(), limit))
                        .as("the first page of %s, of 150", limit)
                        .hasSize(150));
    }

    /** If this fails, check that the limit counts what passes the filter, not what is read. */
    @Test
    @DisplayName("S-22 the limit counts those that pass the filter")
    void limitsAfterFiltering() {
        for (int i = 10; i < 20; i++) {
            create(aCredential().id("aws-" + i));
            create(aCredential().id("gcp-" + i).gcp("my-project-123"));
        }
        CredentialFilter gcp = new CredentialFilter(Optional.of(CloudType.GCP), Optional.empty());

        List<CredentialSummary> page = repository().list(new ListQuery(ACME, gcp, Optional.empty(), 3));

        assertThat(idsOf(page)).as("three of gcp").containsExactly("gcp-10", "gcp-11", "gcp-12");
    }

    /** If this fails, check that a page begins behind an id (a comparison), not at a row (an offset). */
    @Test
    @DisplayName("S-23 a walk sees what exists throughout once, whatever is added or removed meanwhile")
    void walksOverWhatStaysExactlyOnce() {
        List<Credential<SealedSecret>> all = loadNumbered(12);
        List<String> seen = new ArrayList<>();

        List<String> first = page(Optional.empty(), 4);
        commit(commits.removing(all.get(1)));
        commit(commits.removing(all.get(3)));
        commit(commits.removing(all.get(5)));
        create(aCredential().id("0000-before"));
        create(aCredential().id("0008-between"));
        seen.addAll(first);
        List<String> page = first;
        for (int pages = 0; !page.isEmpty() && pages < PLENTY; pages++) {
            page = page(Optional.of(page.get(page.size() - 1)), 4);
            seen.addAll(page);
        }

        assertThat(seen)
                .as("the ids seen on a walk from which 0001, 0003 and 0005 were removed")
                .containsSubsequence("0000", "0002", "0004", "0006", "0007", "0008", "0009", "0010", "0011")
                .doesNotHaveDuplicates()
                .doesNotContain("0005");
    }

    /** If this fails, check that the position need not be the id of anything. */
    @Test
    @DisplayName("S-23 a page begins behind an id that nothing has")
    void beginsBehindAnIdThatNothingHas() {
        loadNumbered(6);

        assertThat(page(Optional.of("0002-"), 2)).as("behind 0002-").containsExactly("0003", "0004");
        assertThat(page(Optional.of("zzz"), 2)).as("behind the end").isEmpty();
    }

    /** If this fails, check what the list's query reads, and that an absent time is not a time. */
    @Test
    @DisplayName("S-25 a list shows id, type, name, comments and usage as they are stored")
    void showsTheSummary() {
        Credential<SealedSecret> unused = create(aCredential().id("1").commented("one line\nand another"));
        Credential<SealedSecret> used =
                create(aCredential().id("2").named("Café 𝔸").azure());
        Usage usage = Usage.at(MADE.plusSeconds(5), 17);
        repository().recordUsage(used.org(), used.id(), usage);
        Credential<SealedSecret> gcp = create(aCredential().id("3").gcp("my-project-123"));

        assertThat(list(ACME))
                .as("the summaries")
                .containsExactly(
                        unused.summary(),
                        CredentialBuilder.like(used).used(usage).build().summary(),
                        gcp.summary());
    }

    private static Optional<NamePrefix> prefix(String value) {
        return Optional.of(new NamePrefix(value));
    }

    private List<String> filtered(Optional<CloudType> type, Optional<NamePrefix> prefix) {
        CredentialFilter filter = new CredentialFilter(type, prefix);
        return idsOf(repository().list(new ListQuery(ACME, filter, Optional.empty(), PLENTY)));
    }

    private List<String> page(Optional<String> after, int limit) {
        return idsOf(repository().list(new ListQuery(ACME, CredentialFilter.ALL, after.map(CredentialId::new), limit)));
    }

    /** Loads credentials with the ids 0000, 0001, and so on. */
    private List<Credential<SealedSecret>> loadNumbered(int count) {
        List<Credential<SealedSecret>> credentials = IntStream.range(0, count)
                .mapToObj(i -> aCredential().id(String.format("%04d", i)).build())
                .toList();
        load(credentials.stream().map(Item.OfCredential::new).toArray(Item[]::new));
        return credentials;
    }
}
