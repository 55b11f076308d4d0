package dev.keystead.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.ErrorKind;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.GcpProject;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.IdempotencyKey;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.ProjectId;
import dev.keystead.core.domain.Reason;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.RequestId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.domain.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What core hands to a storage cannot be wrong. */
class SpiValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T19:05:11.123Z");
    private static final OrgId ACME = new OrgId("acme");
    private static final OrgId GLOBEX = new OrgId("globex");
    private static final CredentialId ID = new CredentialId("id-1");
    private static final CredentialId OTHER_ID = new CredentialId("id-2");
    private static final Change REMOVED = new Change.Removed(ACME, ID, 1);

    @Test
    void commitsAChangeWithTheEntryAndReceiptOfItsOwnCredential() {
        assertThatCode(() -> new Commit(REMOVED, entry(ACME, ID), Optional.of(receipt(ACME))))
                .doesNotThrowAnyException();

        assertThatIllegalArgumentException().isThrownBy(() -> new Commit(REMOVED, entry(GLOBEX, ID), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(REMOVED, entry(ACME, OTHER_ID), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(REMOVED, entry(ACME, ID), Optional.of(receipt(GLOBEX))));
    }

    @Test
    void createsCredentialsOfVersionOneThatWereNeverUsed() {
        assertThat(new Change.Created(credential(1, Usage.NEVER)).id()).isEqualTo(ID);

        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Created(credential(2, Usage.NEVER)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Created(credential(1, Usage.at(NOW, 0))));
    }

    @Test
    void neverUpdatesTheTenant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.Updated(credential(2, Usage.NEVER), Set.of(Member.NAME, Member.TENANT)));
    }

    @Test
    void laysAnUpdateOverWhatIsStored() {
        Usage reported = Usage.at(NOW, 3);
        Credential<SealedSecret> stored = credential(6, reported);
        Credential<SealedSecret> after = credential(7, Usage.NEVER);

        Credential<SealedSecret> laidOver = new Change.Updated(after, Set.of(Member.NAME)).onto(stored);

        assertThat(laidOver).isEqualTo(after.used(reported));
    }

    @Test
    void tellsTheKindsOfChangeApart() {
        List<Change> changes = List.of(
                new Change.Created(credential(1, Usage.NEVER)),
                new Change.Updated(credential(7, Usage.NEVER), Set.of(Member.NAME)),
                REMOVED,
                new Change.Unchanged(ACME, ID, 5));

        assertThat(changes)
                .extracting(change -> change.<String>fold(
                        created -> "created " + created.credential().version(),
                        updated -> "updated " + updated.expectedVersion() + updated.changed(),
                        removed -> "removed " + removed.expectedVersion(),
                        unchanged -> "unchanged " + unchanged.expectedVersion()))
                .containsExactly("created 1", "updated 6[NAME]", "removed 1", "unchanged 5");
        assertThat(changes).extracting(Change::org).containsOnly(ACME);
        assertThat(changes).extracting(Change::id).containsOnly(ID);
    }

    @Test
    void asksForAtLeastOneItem() {
        assertThat(new ListQuery(ACME, CredentialFilter.ALL, Optional.empty(), 1).limit())
                .isEqualTo(1);
        assertThat(new HistoryQuery(ACME, Optional.empty(), Optional.empty(), 1).limit())
                .isEqualTo(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListQuery(ACME, CredentialFilter.ALL, Optional.empty(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistoryQuery(ACME, Optional.empty(), Optional.empty(), 0));
    }

    @Test
    void showsNeitherPasswordNorUrlOfAStorage() {
        StorageConfig plain = StorageConfig.of("jdbc:x://u:planted@host/db");
        StorageConfig config = new StorageConfig(
                plain.url(), Optional.of("u"), Optional.of("planted"), 1, StorageConfig.Sync.ALWAYS, plain.clock());

        assertThat(plain).hasToString("StorageConfig[poolSize=10, sync=COMMIT]");
        assertThat(config).hasToString("StorageConfig[poolSize=1, sync=ALWAYS]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageConfig(
                        "memory:", Optional.empty(), Optional.empty(), 0, plain.sync(), plain.clock()));
    }

    @Test
    void saysWhatFailed() {
        Throwable cause = new IllegalStateException("driver's words");

        assertThat(new StorageUnavailableException(true, cause))
                .hasMessage("the storage was lost and the outcome is unknown")
                .hasCause(cause)
                .matches(StorageUnavailableException::outcomeUnknown)
                .extracting(StorageUnavailableException::kind)
                .isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(new StorageUnavailableException(false, null))
                .hasMessage("the storage is out of reach")
                .matches(lost -> !lost.outcomeUnknown());
        assertThat(new DuplicateException(DuplicateException.Of.CREDENTIAL))
                .hasMessage("the organisation has a credential of this id");
        assertThat(new DuplicateException(DuplicateException.Of.RECEIPT))
                .hasMessage("there is a receipt under this key");
        assertThat(new InvalidTokenException("expired").kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
    }

    private static Credential<SealedSecret> credential(long version, Usage usage) {
        return new Credential<>(
                ACME,
                ID,
                new CredentialName("prod"),
                Comments.NONE,
                new GcpProject<>(new ProjectId("my-project")),
                usage,
                version,
                Audit.created(NOW, new Subject("ada")));
    }

    private static HistoryEntry entry(OrgId org, CredentialId id) {
        return new HistoryEntry(
                new HistoryId("h-1"),
                NOW,
                new Subject("ada"),
                HistoryEvent.REMOVED,
                org,
                id,
                new CredentialName("prod"),
                Reason.NONE,
                Set.of(),
                new RequestId("r-1"));
    }

    private static Receipt receipt(OrgId org) {
        return new Receipt(
                new Receipt.Key(org, new Subject("ada"), new IdempotencyKey("k-1")),
                new Fingerprint("f-1", "digest"),
                Receipt.Operation.REMOVE,
                ID,
                Optional.empty(),
                false,
                NOW);
    }
}
