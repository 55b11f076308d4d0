package dev.keystead.jdbc;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.HistoryId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many organisations of one size. */
final class Organisations {
    private static final Credential<SealedSecret> MODEL = Fixture.credential("model", "sealed");

    private Organisations() {}

    static OrgId id(int number) {
        return new OrgId("org-" + number);
    }

    /** Stores so many organisations with so many credentials each. */
    static void fill(Storage storage, int organisations, int ofEach) {
        storage.maintenance()
                .load(
                        IntStream.range(0, organisations * ofEach)
                                .<Item>mapToObj(i -> new Item.OfCredential(credential(id(i / ofEach), i % ofEach)))
                                .iterator(),
                        false);
    }

    /** Renames one credential of the organisation, as a request does: it is read, and committed on the version that was read. */
    static void update(Storage storage, int org, Random random) {
        Credential<SealedSecret> before =
                storage.repository().find(id(org), idOf(random.nextInt(100))).orElseThrow();
        storage.repository().commit(renaming(before, "renamed " + random.nextInt(), Optional.empty()));
    }

    static Commit renaming(Credential<SealedSecret> before, String name, Optional<Receipt> receipt) {
        Credential<SealedSecret> after = new Credential<>(
                before.org(),
                before.id(),
                new CredentialName(name),
                before.comments(),
                before.account(),
                before.usage(),
                before.version() + 1,
                before.audit());
        return new Commit(
                new Change.Updated(after, Set.of(Member.NAME)),
                entry(after, HistoryEvent.UPDATED, Set.of(Member.NAME)),
                receipt);
    }

    static Commit removing(Credential<SealedSecret> before) {
        return new Commit(
                new Change.Removed(before.org(), before.id(), before.version()),
                entry(before, HistoryEvent.REMOVED, Set.of()),
                Optional.empty());
    }

    private static Credential<SealedSecret> credential(OrgId org, int number) {
        return new Credential<>(
                org,
                idOf(number),
                MODEL.name(),
                MODEL.comments(),
                MODEL.account(),
                MODEL.usage(),
                MODEL.version(),
                MODEL.audit());
    }

    static CredentialId idOf(int number) {
        return new CredentialId("credential-" + (1_000 + number));
    }

    private static HistoryEntry entry(Credential<SealedSecret> changed, HistoryEvent event, Set<Member> members) {
        HistoryEntry model = Fixture.entry("model", "model", event);
        return new HistoryEntry(
                new HistoryId(UUID.randomUUID().toString()),
                model.time(),
                model.actor(),
                event,
                changed.org(),
                changed.id(),
                changed.name(),
                model.reason(),
                members,
                model.requestId());
    }
}
