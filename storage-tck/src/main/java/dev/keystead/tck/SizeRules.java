package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageMaintenance.Item;
import dev.keystead.core.spi.StorageMaintenance.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An organisation that is much larger than a page, between others. */
abstract class SizeRules extends RuleGroup {
    /** Divides no round number, so that no page ends where a block of the store may; below 100, which is S-22's business. */
    private static final int PAGE = 97;

    private static final List<String> NEIGHBOURS = List.of("acm", "acme-", "acmf");

    SizeRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check what bounds a result besides the query's limit: a driver's row limit, a batch, a cache. */
    @Test
    @DisplayName("S-26 a walk through a large organisation sees all of it, and nothing of its neighbours")
    void listsALargeOrganisation() {
        loadCredentials();

        assertThat(walk(CredentialFilter.ALL)).as("all ids").isEqualTo(ids(1));
        assertThat(walk(new CredentialFilter(Optional.of(CloudType.GCP), Optional.empty())))
                .as("the ids of every tenth, of gcp")
                .isEqualTo(ids(10));
    }

    /** If this fails, check that a scan's position and limit work behind the first pages as they do on them. */
    @Test
    @DisplayName("S-26 a scan through a large organisation and its neighbours sees all of them")
    void scansALargeOrganisation() {
        loadCredentials();
        List<String> seen = new ArrayList<>();

        List<Credential<SealedSecret>> page = maintenance().scan(Optional.empty(), PAGE);
        page.forEach(credential -> seen.add(nameOf(credential)));
        while (isFull(page) && seen.size() < bound()) {
            Credential<SealedSecret> last = page.get(page.size() - 1);
            page = maintenance().scan(Optional.of(new Position(last.org(), last.id())), PAGE);
            page.forEach(credential -> seen.add(nameOf(credential)));
        }

        assertThat(seen)
                .as("what a scan sees")
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(stored());
    }

    /** If this fails, check that a credential's entries are found by an index, not among a bounded number of all. */
    @Test
    @DisplayName("S-26 a walk through a long history sees all of it, and a page of one credential is full")
    void readsALongHistory() {
        load(IntStream.range(0, size())
                .mapToObj(i -> EntryBuilder.anEntry()
                        .id(id(i))
                        .of(ACME, new CredentialId(i % 10 == 0 ? "tenth" : "other"))
                        .at(MADE.plusSeconds(i))
                        .build())
                .map(Item.OfHistory::new)
                .toArray(Item[]::new));

        assertThat(walkHistory()).as("all entries").isEqualTo(descending(ids(1)));
        assertThat(history(Optional.of(new CredentialId("tenth")), Optional.empty()))
                .as("the first page of one credential's entries, every tenth of all")
                .isEqualTo(descending(ids(10)).subList(0, PAGE));
    }

    private void loadCredentials() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            CredentialBuilder builder = aCredential().id(id(i)).named("Name " + i);
            items.add(new Item.OfCredential(
                    i % 10 == 0 ? builder.gcp("my-project-123").build() : builder.build()));
        }
        for (String neighbour : NEIGHBOURS) {
            for (int i = 0; i < size() / 10; i++) {
                items.add(new Item.OfCredential(
                        aCredential().in(new OrgId(neighbour)).id(id(i)).build()));
            }
        }
        load(items.toArray(Item[]::new));
    }

    private List<String> walk(CredentialFilter filter) {
        List<String> seen = new ArrayList<>();
        List<String> page = list(filter, Optional.empty());
        seen.addAll(page);
        while (isFull(page) && seen.size() < bound()) {
            page = list(filter, Optional.of(page.get(page.size() - 1)));
            seen.addAll(page);
        }
        return seen;
    }

    private List<String> list(CredentialFilter filter, Optional<String> after) {
        return idsOf(repository().list(new ListQuery(ACME, filter, after.map(CredentialId::new), PAGE)));
    }

    private List<String> walkHistory() {
        List<String> seen = new ArrayList<>();
        List<String> page = history(Optional.empty(), Optional.empty());
        seen.addAll(page);
        while (isFull(page) && seen.size() < bound()) {
            page = history(Optional.empty(), Optional.of(page.get(page.size() - 1)));
            seen.addAll(page);
        }
        return seen;
    }

    private List<String> history(Optional<CredentialId> credential, Optional<String> before) {
        return entryIdsOf(repository().history(new HistoryQuery(ACME, credential, before.map(HistoryId::new), PAGE)));
    }

    private static String nameOf(Credential<?> credential) {
        return credential.org() + " " + credential.id();
    }

    /** A page that is not full is the last one: so does the core walk. */
    private static boolean isFull(List<?> page) {
        return page.size() == PAGE;
    }

    private int size() {
        int size = kit().largeOrganisation();
        assertThat(size).as("the size of the large organisation").isGreaterThanOrEqualTo(3_000);
        return size;
    }

    /** How many credentials the large organisation and its neighbours have together. */
    private int stored() {
        return size() + NEIGHBOURS.size() * (size() / 10);
    }

    /** More than any walk should see: ends one that goes in circles. */
    private int bound() {
        return 2 * stored();
    }

    /** Every n-th id of the large organisation, ascending. */
    private List<String> ids(int every) {
        return IntStream.range(0, size())
                .filter(i -> i % every == 0)
                .mapToObj(SizeRules::id)
                .toList();
    }

    private static String id(int number) {
        return String.format("%08d", number);
    }

    private static List<String> descending(List<String> ids) {
        List<String> turned = new ArrayList<>(ids);
        Collections.reverse(turned);
        return turned;
    }
}
