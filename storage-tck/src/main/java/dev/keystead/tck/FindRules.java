package dev.keystead.tck;

import static dev.keystead.tck.CredentialBuilder.MADE;
import static dev.keystead.tck.CredentialBuilder.aCredential;
import static dev.keystead.tck.CredentialBuilder.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finding one credential. */
abstract class FindRules extends RuleGroup {
    FindRules(CredentialRepositoryTck kit) {
        super(kit);
    }

    /** If this fails, check how each cloud's members are written and read. */
    @Test
    @DisplayName("S-10 a credential of each cloud is found as it was created")
    void findsCredentialsOfEveryCloudAsCreated() {
        List<Credential<SealedSecret>> created = List.of(
                create(aCredential()
                        .id("aws")
                        .commented("by role")
                        .aws("arn:aws-cn:iam::210987654321:role/path/to/name")),
                create(aCredential().id("azure").azure(new SealedSecret("key-7", "sealed-7"))),
                create(aCredential().id("gcp").gcp("my-project-123")),
                create(aCredential().id("gcp-in-domain").gcp("example.com:my-project-123")));

        assertThat(created)
                .allSatisfy(credential -> assertThat(repository().find(credential.org(), credential.id()))
                        .as("what is found of the new credential %s", credential.id())
                        .contains(credential));
    }

    /** If this fails, check that find reads the current version, and the usage that is stored beside it. */
    @Test
    @DisplayName("S-10 an updated and used credential is found as it is now")
    void findsTheCurrentStateWithItsUsage() {
        Credential<SealedSecret> created = create(aCredential());
        Usage usage = Usage.at(MADE.plusSeconds(5), 17);
        Credential<SealedSecret> after = like(created)
                .named("Renamed")
                .updated(MADE.plusSeconds(9), "bob")
                .build();
        commit(commits.updating(after, Member.NAME));
        repository().recordUsage(created.org(), created.id(), usage);

        assertThat(repository().find(created.org(), created.id()))
                .as("what is found of the updated and used credential")
                .contains(like(after).used(usage).build());
    }

    /** If this fails, check that ids are compared exactly: another case is another id, a prefix is not the id. */
    @Test
    @DisplayName("S-11 nothing is found under an id that the organisation does not have")
    void findsNothingUnderAnotherId() {
        create(aCredential().id("present-a"));

        assertThat(List.of("absent", "present", "PRESENT-A", "present-a-", "present-"))
                .allSatisfy(id -> assertThat(repository().find(ACME, new CredentialId(id)))
                        .as("what is found under the unknown id %s", id)
                        .isEmpty());
        assertThat(repository().find(GLOBEX, new CredentialId("present-a")))
                .as("what is found in an organisation without anything")
                .isEmpty();
    }
}
