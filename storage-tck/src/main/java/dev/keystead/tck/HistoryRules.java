package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reading the history, page by page. */
abstract class HistoryRules extends RuleGroup {
    HistoryRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that the order is that of the ids (as ASCII), not that of time or of writing. */
    @Test
    @DisplayName("S-30 the history descends by id, compared as ASCII, whatever the time of the entries")
    void descendsById() {
        for (String id : List.of("b", "a", "B", "a-", "0", "-", "a0", "aA")) {
            Credential<SealedSecret> credential = aCredential().id("of-" + id).build();
            commit(Commits.withEntryId(id, commits.creating(credential)));
        }

        assertThat(entryIdsOf(history(ACME)))
                .as("the entries' ids in the order of the history")
                .containsExactly("b", "aA", "a0", "a-", "a", "B", "0", "-");
    }

    /** If this fails, check that the credential and the position are both conditions, and that the one before is left out. */
    @Test
    @DisplayName("S-31 the history of one credential has its entries alone, on the first page and behind it")
    void showsTheEntriesOfOneCredential() {
        loadNumbered(6, "one", "other");

        assertThat(page(Optional.of("one"), Optional.empty(), PLENTY))
                .as("of the credential one")
                .containsExactly("0004", "0002", "0000");
        assertThat(page(Optional.of("one"), Optional.of("0004"), PLENTY))
                .as("of the credential one, before 0004")
                .containsExactly("0002", "0000");
        assertThat(page(Optional.empty(), Optional.of("0004"), PLENTY))
                .as("of all, before 0004")
                .containsExactly("0003", "0002", "0001", "0000");
        assertThat(page(Optional.of("unknown"), Optional.empty(), PLENTY))
                .as("of an unknown credential")
                .isEmpty();
    }

    /** If this fails, check that the limit is the query's own: core takes a page that is not full for the last one. */
    @Test
    @DisplayName("S-32 a page of history has no more than the limit, and no fewer while more follow")
    void fillsThePageToTheLimit() {
        loadNumbered(150, "one");

        assertThat(List.of(1, 149, 150))
                .allSatisfy(limit -> assertThat(page(Optional.of("one"), Optional.empty(), limit))
                        .as("the first page of %s", limit)
                        .hasSize(limit));
        assertThat(List.of(151, Integer.MAX_VALUE))
                .allSatisfy(limit -> assertThat(page(Optional.of("one"), Optional.empty(), limit))
                        .as("the first page of %s, of 150", limit)
                        .hasSize(150));
    }

    /** If this fails, check that a page begins behind an id (a comparison), not at a row (an offset). */
    @Test
    @DisplayName("S-33 a walk through the history sees every entry once, whatever is added meanwhile")
    void walksOverEveryEntryExactlyOnce() {
        loadNumbered(10, "one", "other");
        List<String> seen = new ArrayList<>();

        List<String> page = page(Optional.empty(), Optional.empty(), 3);
        for (int pages = 0; !page.isEmpty() && pages < PLENTY; pages++) {
            seen.addAll(page);
            create(aCredential().id("new-" + seen.size()));
            page = page(Optional.empty(), Optional.of(page.get(page.size() - 1)), 3);
        }

        assertThat(seen)
                .as("the entries seen on the walk")
                .containsExactly("0009", "0008", "0007", "0006", "0005", "0004", "0003", "0002", "0001", "0000");
    }

    /** If this fails, check that the position need not be the id of anything. */
    @Test
    @DisplayName("S-33 a page of history begins behind an id that nothing has")
    void beginsBehindAnIdThatNothingHas() {
        loadNumbered(6, "one");

        assertThat(page(Optional.empty(), Optional.of("0003-"), 2))
                .as("before 0003-")
                .containsExactly("0003", "0002");
        assertThat(page(Optional.empty(), Optional.of("-"), 2))
                .as("before the first")
                .isEmpty();
    }

    /** If this fails, check that every member of the entry is stored: the set of changed members may be full or empty. */
    @Test
    @DisplayName("S-34 an entry is read as it was committed")
    void keepsEveryMemberOfAnEntry() {
        Credential<SealedSecret> created = aCredential().azure().build();
        HistoryEntry creation = EntryBuilder.anEntry().id("1").of(created).build();
        commit(Commits.with(creation, commits.creating(created)));
        Credential<SealedSecret> after = CredentialBuilder.like(created)
                .named("Renamed")
                .updated(MADE.plusSeconds(1), "bob")
                .build();
        HistoryEntry update = EntryBuilder.anEntry()
                .id("2")
                .of(after)
                .at(MADE.plusMillis(1_001))
                .by("bob")
                .event(HistoryEvent.UPDATED)
                .because("rotated,\r\n\tas every month ")
                .changing(EnumSet.allOf(Member.class))
                .requestedAs("request-2")
                .build();
        commit(Commits.with(update, commits.updating(after, Member.NAME)));

        assertThat(historyOf(created)).as("the history").containsExactly(update, creation);
    }

    /** If this fails, check that a removal does not take the history with it (a foreign key with a cascade would). */
    @Test
    @DisplayName("S-35 the history of a removed credential stays")
    void staysWhenTheCredentialIsRemoved() {
        Credential<SealedSecret> credential = create(aCredential());

        commit(commits.removing(credential));

        assertThat(historyOf(credential))
                .extracting(HistoryEntry::event)
                .as("the events in the history of the removed credential")
                .containsExactly(HistoryEvent.REMOVED, HistoryEvent.CREATED);
        assertThat(history(ACME)).as("the organisation's history").hasSize(2);
    }

    private List<String> page(Optional<String> credential, Optional<String> before, int limit) {
        return entryIdsOf(repository()
                .history(new HistoryQuery(ACME, credential.map(CredentialId::new), before.map(HistoryId::new), limit)));
    }

    /** Loads entries with the ids 0000, 0001, and so on, of the credentials in turn. */
    private void loadNumbered(int count, String... credentials) {
        load(IntStream.range(0, count)
                .mapToObj(i -> EntryBuilder.anEntry()
                        .id(String.format("%04d", i))
                        .of(ACME, new CredentialId(credentials[i % credentials.length]))
                        .at(MADE.plusSeconds(i))
                        .build())
                .map(Item.OfHistory::new)
                .toArray(Item[]::new));
    }
}
