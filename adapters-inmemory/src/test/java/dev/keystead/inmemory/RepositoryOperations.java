package dev.keystead.inmemory;

import dev.keystead.core.domain.Audit;
import dev.keystead.core.domain.Comments;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialFilter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialName;
import dev.keystead.core.domain.ExternalId;
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
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StorageException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The repository's operations as Lincheck calls them, on two credentials of one organisation, with results that can be compared. */
@Param(name = "id", gen = IntGen.class, conf = "1:2")
@Param(name = "version", gen = IntGen.class, conf = "1:3")
public class RepositoryOperations {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final OrgId ORG = new OrgId("acme");
    private static final Subject ADA = new Subject("ada");

    private final CredentialRepository repository;

    /** The repository in memory. */
    public RepositoryOperations() {
        this(new InMemoryStorage().repository());
    }

    RepositoryOperations(CredentialRepository repository) {
        this.repository = repository;
    }

    @Operation
    public String create(@Param(name = "id") int id) {
        Credential<SealedSecret> credential = credential(id, 1);
        return commit(new Change.Created(credential), "create-" + id, Optional.of(receipt(credential)));
    }

    @Operation
    public String update(@Param(name = "id") int id, @Param(name = "version") int version) {
        Change update = new Change.Updated(credential(id, version + 1), Set.of(Member.NAME));
        return commit(update, "update-" + id + "-" + version, Optional.empty());
    }

    @Operation
    public String remove(@Param(name = "id") int id, @Param(name = "version") int version) {
        Change removal = new Change.Removed(ORG, idOf(id), version);
        return commit(removal, "remove-" + id + "-" + version, Optional.empty());
    }

    @Operation
    public String find(@Param(name = "id") int id) {
        return repository.find(ORG, idOf(id)).map(Credential::toString).orElse("none");
    }

    @Operation
    public String list() {
        return repository
                .list(new ListQuery(ORG, CredentialFilter.ALL, Optional.empty(), 2))
                .toString();
    }

    @Operation
    public boolean recordUsage(@Param(name = "id") int id, @Param(name = "version") int second) {
        return repository.recordUsage(ORG, idOf(id), Usage.at(TIME.plusSeconds(second), second));
    }

    @Operation
    public String externalId(@Param(name = "id") int candidate) {
        return repository
                .externalId(ORG, new ExternalId(String.valueOf(candidate).repeat(32)))
                .value();
    }

    @Operation
    public String findReceipt(@Param(name = "id") int id) {
        return repository
                .receipt(receipt(credential(id, 1)).key())
                .map(Receipt::toString)
                .orElse("none");
    }

    private String commit(Change change, String entry, Optional<Receipt> receipt) {
        try {
            repository.commit(new Commit(change, entry(change, entry), receipt));
            return "done";
        } catch (StorageException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static HistoryEntry entry(Change change, String id) {
        return new HistoryEntry(
                new HistoryId(id),
                TIME,
                ADA,
                HistoryEvent.UPDATED,
                ORG,
                change.id(),
                new CredentialName("Production"),
                Reason.NONE,
                Set.of(),
                new RequestId("request-1"));
    }

    private static Receipt receipt(Credential<SealedSecret> credential) {
        return new Receipt(
                new Receipt.Key(ORG, ADA, new IdempotencyKey("key-" + credential.id())),
                new Fingerprint("key-1", "digest"),
                Receipt.Operation.CREATE,
                credential.id(),
                Optional.of(credential.masked()),
                true,
                TIME.plusSeconds(60));
    }

    private static CredentialId idOf(int id) {
        return new CredentialId("id-" + id);
    }

    private static Credential<SealedSecret> credential(int id, long version) {
        return new Credential<>(
                ORG,
                idOf(id),
                new CredentialName("Version " + version),
                Comments.NONE,
                new GcpProject<>(new ProjectId("my-project")),
                Usage.NEVER,
                version,
                Audit.created(TIME, ADA));
    }
}
