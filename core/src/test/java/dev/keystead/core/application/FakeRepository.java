package dev.keystead.core.application;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialSummary;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.HistoryEntry;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.Change;
import dev.keystead.core.spi.Commit;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.HistoryQuery;
import dev.keystead.core.spi.ListQuery;
import dev.keystead.core.spi.StaleVersionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps for one thread. What a test scripts with {@link #beforeCommit} happens between a handler's reading and its commit: another
 * writer's effect, or a failure.
 */
final class FakeRepository implements CredentialRepository {
    record Place(OrgId org, CredentialId id) {}

    final Map<Place, Credential<SealedSecret>> credentials = new HashMap<>();
    final List<HistoryEntry> history = new ArrayList<>();
    final Map<Receipt.Key, Receipt> receipts = new HashMap<>();
    final Map<OrgId, ExternalId> externalIds = new HashMap<>();
    final List<Commit> commits = new ArrayList<>();
    final List<ListQuery> listings = new ArrayList<>();
    private final Deque<Runnable> beforeCommit = new ArrayDeque<>();
    private int attempts;
    private Runnable beforeList = () -> {};
    private Runnable beforeExternalId = () -> {};

    /** Runs once, before the next commit that has no earlier script. */
    void beforeCommit(Runnable script) {
        beforeCommit.add(script);
    }

    /** Runs before every page of a list. */
    void beforeList(Runnable script) {
        beforeList = script;
    }

    /** Runs before an external id is asked for. */
    void beforeExternalId(Runnable script) {
        beforeExternalId = script;
    }

    /** How often a commit was tried. */
    int attempts() {
        return attempts;
    }

    void put(Credential<SealedSecret> credential) {
        credentials.put(new Place(credential.org(), credential.id()), credential);
    }

    @Override
    public Optional<Credential<SealedSecret>> find(OrgId org, CredentialId id) {
        return Optional.ofNullable(credentials.get(new Place(org, id)));
    }

    @Override
    public List<CredentialSummary> list(ListQuery query) {
        beforeList.run();
        listings.add(query);
        return credentials.values().stream()
                .filter(credential -> credential.org().equals(query.org()))
                .map(Credential::summary)
                .filter(query.filter()::matches)
                .filter(summary -> query.after()
                        .map(after -> summary.id().compareTo(after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(CredentialSummary::id))
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return history.stream()
                .filter(entry -> entry.org().equals(query.org()))
                .filter(entry -> query.credential()
                        .map(id -> id.equals(entry.credential()))
                        .orElse(true))
                .filter(entry -> query.before()
                        .map(before -> entry.id().compareTo(before) < 0)
                        .orElse(true))
                .sorted(Comparator.comparing(HistoryEntry::id).reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public void commit(Commit commit) {
        attempts++;
        if (!beforeCommit.isEmpty()) {
            beforeCommit.remove().run();
        }
        refuseSecondReceipt(commit);
        apply(commit.change());
        history.add(commit.entry());
        commit.receipt().ifPresent(receipt -> receipts.put(receipt.key(), receipt));
        commits.add(commit);
    }

    @Override
    public Optional<Receipt> receipt(Receipt.Key key) {
        return Optional.ofNullable(receipts.get(key));
    }

    @Override
    public boolean recordUsage(OrgId org, CredentialId id, Usage usage) {
        Optional<Credential<SealedSecret>> stored = find(org, id);
        stored.filter(credential -> !usage.isOlderThan(credential.usage()))
                .ifPresent(credential -> put(new Credential<>(
                        org,
                        id,
                        credential.name(),
                        credential.comments(),
                        credential.account(),
                        usage,
                        credential.version(),
                        credential.audit())));
        return stored.isPresent();
    }

    @Override
    public ExternalId externalId(OrgId org, ExternalId candidate) {
        beforeExternalId.run();
        externalIds.putIfAbsent(org, candidate);
        return externalIds.get(org);
    }

    private void refuseSecondReceipt(Commit commit) {
        commit.receipt()
                .map(receipt -> receipts.get(receipt.key()))
                .filter(earlier -> !earlier.isExpiredAt(commit.entry().time()))
                .ifPresent(earlier -> {
                    throw new DuplicateException(DuplicateException.Of.RECEIPT);
                });
    }

    private void apply(Change change) {
        Place place = new Place(change.org(), change.id());
        change.<Runnable>fold(
                        created -> () -> credentials.put(place, created.credential()),
                        updated -> () -> {
                            requireVersion(place, updated.expectedVersion());
                            credentials.put(place, updated.after());
                        },
                        removed -> () -> {
                            requireVersion(place, removed.expectedVersion());
                            credentials.remove(place);
                        },
                        unchanged -> () -> requireVersion(place, unchanged.expectedVersion()))
                .run();
    }

    private void requireVersion(Place place, long expected) {
        Credential<SealedSecret> stored = credentials.get(place);
        if (stored == null || stored.version() != expected) {
            throw new StaleVersionException();
        }
    }
}
