package dev.keystead.app.transfer;

import static dev.keystead.app.transfer.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.HistoryEvent;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageMaintenance.Item;
import dev.keystead.inmemory.InMemoryStorage;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an export promises while somebody writes. */
class BesideAServerTest {
    private final Storage stored = new InMemoryStorage();
    private final Map<String, Runnable> behind = new HashMap<>();

    @Test
    void hasTheHistoryOfEachCredentialThatItHas() {
        create("a");
        behind.put("scan", () -> create("b"));

        String export = exportWhileWriting();

        assertThat(export)
                .contains("\"kind\":\"credential\",\"org_id\":\"acme\",\"id\":\"a\"")
                .contains("\"id\":\"created-a\"")
                .doesNotContain("\"kind\":\"credential\",\"org_id\":\"acme\",\"id\":\"b\"")
                .contains("\"id\":\"created-b\"");
        assertItLoads(export);
    }

    @Test
    void hasTheExternalIdUnderWhichACredentialWasMade() {
        create("a");
        behind.put("history", () -> stored.repository().externalId(ACME, new ExternalId("x".repeat(32))));

        String export = exportWhileWriting();

        assertThat(export).contains("\"external_id\":\"xxxx");
        assertItLoads(export);
    }

    @Test
    void isWholeThoughACredentialGoes() {
        create("a");
        behind.put("scan", () -> remove("a"));

        String export = exportWhileWriting();

        assertThat(export).contains("\"id\":\"a\"").contains("\"id\":\"removed-a\"");
        assertItLoads(export);
    }

    @Test
    void isWholeThoughAnOrganisationComes() {
        create("a");
        behind.put(
                "organizations",
                () -> Samples.load(
                        stored,
                        List.of(
                                Samples.entry(Samples.GLOBEX, "1", "g", HistoryEvent.CREATED, Set.of()),
                                Samples.credential(Samples.GLOBEX, "g", Samples.azure()))));

        assertItLoads(exportWhileWriting());
    }

    private void assertItLoads(String export) {
        Counts counts = Samples.read(export, new InMemoryStorage());

        assertThat(counts.items()).isEqualTo(export.lines().count() - 2);
    }

    private void create(String id) {
        Credential<SealedSecret> credential =
                ((Item.OfCredential) Samples.credential(ACME, id, Samples.azure())).credential();
        stored.repository()
                .commit(new Commit(
                        new Change.Created(credential),
                        entry("created-" + id, id, HistoryEvent.CREATED),
                        Optional.empty()));
    }

    private void remove(String id) {
        stored.repository()
                .commit(new Commit(
                        new Change.Removed(ACME, new CredentialId(id), 1),
                        entry("removed-" + id, id, HistoryEvent.REMOVED),
                        Optional.empty()));
    }

    private static HistoryEntry entry(String id, String credential, HistoryEvent event) {
        return ((Item.OfHistory) Samples.entry(ACME, id, credential, event, Set.of())).entry();
    }

    private String exportWhileWriting() {
        return Samples.export(scripted(Storage.class, stored));
    }

    /** Does as the target does, and behind the first call of a method what the test has put there. */
    private <T> T scripted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object result = method.invoke(target, args);
            Optional.ofNullable(behind.remove(method.getName())).ifPresent(Runnable::run);
            if (result instanceof CredentialRepository repository) {
                return scripted(CredentialRepository.class, repository);
            }
            return result instanceof StorageMaintenance maintenance
                    ? scripted(StorageMaintenance.class, maintenance)
                    : result;
        }));
    }
}
