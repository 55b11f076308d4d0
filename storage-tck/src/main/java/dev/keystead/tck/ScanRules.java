package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import dev.keystead.core.spi.StorageMaintenance.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scanning across organisations. */
abstract class ScanRules extends RuleGroup {
    ScanRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check the collation of both columns: they compare bytes. */
    @Test
    @DisplayName("S-80 a scan ascends by organisation and within it by id, both compared as ASCII")
    void ascendsByOrganisationAndId() {
        for (String org : List.of("b", "a|", "B", "a", "a-", "a:")) {
            for (String id : List.of("b", "A", "a-", "0")) {
                create(aCredential().in(org).id(id));
            }
        }

        assertThat(maintenance().scan(Optional.empty(), PLENTY))
                .extracting(credential -> credential.org() + " " + credential.id())
                .as("organisations and ids in the order of the scan")
                .containsExactly(
                        "B 0", "B A", "B a-", "B b", "a 0", "a A", "a a-", "a b", "a- 0", "a- A", "a- a-", "a- b",
                        "a: 0", "a: A", "a: a-", "a: b", "a| 0", "a| A", "a| a-", "a| b", "b 0", "b A", "b a-", "b b");
    }

    /** If this fails, check what the scan's query reads: an export is made of it. */
    @Test
    @DisplayName("S-94 a scan shows credentials whole, with their sealed keys and their usage")
    void showsCredentialsWhole() {
        Credential<SealedSecret> aws = create(aCredential().id("1").commented("a\nb "));
        Credential<SealedSecret> azure = create(aCredential().id("2").azure());
        Credential<SealedSecret> gcp = create(aCredential().id("3").gcp("my-project-123"));
        Usage usage = Usage.at(MADE, 17);
        repository().recordUsage(ACME, azure.id(), usage);

        assertThat(maintenance().scan(Optional.empty(), PLENTY))
                .as("what a scan sees")
                .containsExactly(aws, CredentialBuilder.like(azure).used(usage).build(), gcp);
    }

    /** If this fails, check that the position is compared as a pair, and need not be that of anything. */
    @Test
    @DisplayName("S-92 a scan in pages, filled to the limit, sees what exists throughout once")
    void scansInPages() {
        for (String org : List.of("a", "b", "c")) {
            for (String id : List.of("1", "2", "3")) {
                load(new Item.OfCredential(aCredential().in(org).id(id).build()));
            }
        }
        List<String> seen = new ArrayList<>();

        List<Credential<SealedSecret>> page = maintenance().scan(Optional.empty(), 2);
        for (int pages = 0; !page.isEmpty() && pages < PLENTY; pages++) {
            page.forEach(credential -> seen.add(credential.org() + " " + credential.id()));
            Credential<SealedSecret> last = page.get(page.size() - 1);
            commit(commits.removing(last));
            page = maintenance().scan(Optional.of(new Position(last.org(), last.id())), 2);
        }

        assertThat(seen)
                .as("what a scan sees that removes the last of each page")
                .containsExactly("a 1", "a 2", "a 3", "b 1", "b 2", "b 3", "c 1", "c 2", "c 3");
        assertThat(maintenance().scan(Optional.empty(), 3))
                .as("as many as the limit")
                .hasSize(3);
        assertThat(maintenance().scan(Optional.empty(), Integer.MAX_VALUE))
                .as("all that are left")
                .hasSize(4);
    }

    /** If this fails, check that all that an organisation can have is looked at, not its credentials alone. */
    @Test
    @DisplayName("S-81 the organisations are all that have anything stored, ascending")
    void namesEveryOrganisationWithAnything() {
        create(aCredential().in("with-credential"));
        commit(commits.removing(create(aCredential().in("With-history-only"))));
        repository().externalId(new OrgId("external-id-only"), new ExternalId("x".repeat(32)));
        repository().find(new OrgId("only-asked-for"), aCredential().build().id());

        assertThat(maintenance().organizations(Optional.empty(), PLENTY))
                .extracting(OrgId::value)
                .as("the organisations")
                .containsExactly("With-history-only", "external-id-only", "with-credential");
    }

    /** If this fails, check that the page begins behind the organisation given, which need not have anything. */
    @Test
    @DisplayName("S-92 the organisations in pages, filled to the limit, are seen once")
    void namesOrganisationsInPages() {
        for (String org : List.of("a", "b", "c", "d", "e")) {
            create(aCredential().in(org));
        }

        assertThat(organisations(Optional.empty(), 2)).as("the first two").containsExactly("a", "b");
        assertThat(organisations(Optional.of("b"), 2)).as("behind b").containsExactly("c", "d");
        assertThat(organisations(Optional.of("bb"), 2)).as("behind bb").containsExactly("c", "d");
        assertThat(organisations(Optional.of("d"), 2)).as("behind d").containsExactly("e");
        assertThat(organisations(Optional.of("e"), 2)).as("behind e").isEmpty();
    }

    private List<String> organisations(Optional<String> after, int limit) {
        return maintenance().organizations(after.map(OrgId::new), limit).stream()
                .map(OrgId::value)
                .toList();
    }
}
