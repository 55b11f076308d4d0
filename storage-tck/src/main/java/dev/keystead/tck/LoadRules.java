package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.EntryBuilder.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Loading what was exported. */
abstract class LoadRules extends RuleGroup {
    private static final ExternalId GIVEN = new ExternalId("x".repeat(32));
    private static final ExternalId OTHER = new ExternalId("y".repeat(32));

    LoadRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check that nothing is set anew: version, audit and usage are those of the item. */
    @Test
    @DisplayName("S-91 a load writes credentials, entries and external ids as they are, ready to be worked with")
    void writesItemsAsTheyAre() {
        Credential<SealedSecret> credential = aCredential()
                .azure()
                .used(Usage.at(MADE, 17))
                .version(41)
                .updated(MADE.plusSeconds(1), "bob")
                .build();
        HistoryEntry entry = anEntry()
                .of(credential)
                .event(HistoryEvent.UPDATED)
                .changing(Set.of(Member.NAME, Member.KEY))
                .build();
        load(new Item.OfCredential(credential), new Item.OfHistory(entry), new Item.OfExternalId(ACME, GIVEN));

        assertThat(repository().find(ACME, credential.id()))
                .as("the credential")
                .contains(credential);
        assertThat(history(ACME)).as("the history").containsExactly(entry);
        assertThat(repository().externalId(ACME, OTHER)).as("the external id").isEqualTo(GIVEN);
        assertThatCode(() -> commit(commits.removing(credential)))
                .as("a removal of the version loaded")
                .doesNotThrowAnyException();
    }

    /** If this fails, check that one transaction spans the whole load, and that the iterator's failure rolls it back. */
    @Test
    @DisplayName("S-88 a load whose items fail to come writes nothing")
    void writesNothingIfTheItemsFail() {
        IllegalStateException broken = new IllegalStateException("the file ends in the middle of a line");
        Iterator<Item> items = Stream.concat(three().stream(), Stream.<Item>generate(() -> {
                    throw broken;
                }))
                .iterator();

        assertThatThrownBy(() -> maintenance().load(items, false), "the failure of a load whose items fail to come")
                .isSameAs(broken);

        expectNothingStored();
    }

    /** If this fails, check that one transaction spans the whole load, and that a refusal rolls it back. */
    @Test
    @DisplayName("S-88 a load that meets a duplicate at its end writes nothing")
    void writesNothingIfTheLastItemIsADuplicate() {
        load(new Item.OfCredential(aCredential().in(GLOBEX).build()));
        List<Item> items = Stream.concat(
                        three().stream(),
                        Stream.of(new Item.OfCredential(
                                aCredential().in(GLOBEX).named("Duplicate").build())))
                .toList();

        assertThatThrownBy(
                        () -> maintenance().load(items.iterator(), false), "a load that meets a duplicate at its end")
                .isInstanceOf(DuplicateException.class);

        expectNothingStored();
    }

    /** If this fails, check that what is replaced is replaced whole, with another cloud's members too. */
    @Test
    @DisplayName("S-89 a load that replaces puts its items in the place of those stored")
    void replacesWhatIsStored() {
        load(three().toArray(Item[]::new));
        Credential<SealedSecret> credential = aCredential()
                .named("Replaced")
                .gcp("my-project-123")
                .version(9)
                .used(Usage.at(MADE, 3))
                .build();
        HistoryEntry entry = anEntry().because("replaced").by("bob").build();
        Credential<SealedSecret> fresh = aCredential().id("fresh").build();
        List<Item> items = List.of(
                new Item.OfCredential(credential),
                new Item.OfCredential(fresh),
                new Item.OfHistory(entry),
                new Item.OfExternalId(ACME, OTHER));

        assertThatCode(() -> maintenance().load(items.iterator(), true))
                .as("a load that replaces")
                .doesNotThrowAnyException();

        assertThat(repository().find(ACME, credential.id()))
                .as("the credential replaced")
                .contains(credential);
        assertThat(listedIds(ACME)).as("the credentials").containsExactly("credential-1", "fresh");
        assertThat(history(ACME)).as("the history").containsExactly(entry);
        assertThat(maintenance().externalId(ACME)).as("the external id").contains(OTHER);
    }

    /** If this fails, check the violated key of each kind of item and how it is told from the others. */
    @Test
    @DisplayName("S-90 a load that does not replace is refused where something is stored, saying what")
    void refusesWhatIsStored() {
        load(three().toArray(Item[]::new));

        expectDuplicate(DuplicateException.Of.CREDENTIAL, three().get(0));
        expectDuplicate(DuplicateException.Of.HISTORY_ENTRY, three().get(1));
        expectDuplicate(DuplicateException.Of.EXTERNAL_ID, new Item.OfExternalId(ACME, OTHER));
    }

    private void expectDuplicate(DuplicateException.Of what, Item item) {
        assertThatThrownBy(() -> load(item), "a load that meets a duplicate %s", what)
                .isInstanceOfSatisfying(
                        DuplicateException.class,
                        duplicate -> assertThat(duplicate.of())
                                .as("what is there twice")
                                .isEqualTo(what));
    }

    private void expectNothingStored() {
        assertThat(listedIds(ACME)).as("the credentials").isEmpty();
        assertThat(history(ACME)).as("the history").isEmpty();
        assertThat(maintenance().externalId(ACME)).as("the external id").isEqualTo(Optional.empty());
    }

    private static List<Item> three() {
        return List.of(
                new Item.OfCredential(aCredential().azure().build()),
                new Item.OfHistory(anEntry().build()),
                new Item.OfExternalId(ACME, GIVEN));
    }
}
