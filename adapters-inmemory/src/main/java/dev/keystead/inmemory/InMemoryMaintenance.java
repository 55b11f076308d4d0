package dev.keystead.inmemory;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operator's work over the organisations' maps. */
final class InMemoryMaintenance implements StorageMaintenance {
    private final Guard guard;
    private final Organisations organisations;

    InMemoryMaintenance(Guard guard, Organisations organisations) {
        this.guard = guard;
        this.organisations = organisations;
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        return guard.read(() -> organisations.from(after.map(Position::org)).entrySet().stream()
                .flatMap(entry -> after
                        .filter(position -> position.org().equals(entry.getKey()))
                        .map(position -> entry.getValue().credentials.tailMap(position.id(), false))
                        .orElse(entry.getValue().credentials)
                        .values()
                        .stream())
                .limit(limit)
                .toList());
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        return guard.read(() -> organisations.from(after).entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(org -> !Optional.of(org).equals(after))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        return guard.read(() -> organisations.reading(org).externalId);
    }

    @Override
    public Map<String, Long> countByKeyId() {
        return guard.read(() -> organisations.all().stream()
                .flatMap(organisation -> organisation.credentials.values().stream())
                .flatMap(credential -> sealed(credential).stream())
                .collect(Collectors.groupingBy(SealedSecret::keyId, Collectors.counting())));
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        return guard.write(() -> {
            Organisation organisation = organisations.reading(binding.org());
            Optional<Credential<SealedSecret>> found = organisation
                    .credential(binding.credential())
                    .filter(credential -> binding.member() == Member.KEY)
                    .filter(credential -> sealed(credential).equals(Optional.of(expected)));
            found.ifPresent(credential -> organisation.put(credential.withSecret(stored -> replacement)));
            return found.isPresent();
        });
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        return guard.write(() -> {
            List<Receipt.Key> expired = organisations.all().stream()
                    .flatMap(organisation -> organisation.receipts.values().stream())
                    .filter(receipt -> receipt.isExpiredAt(now))
                    .limit(limit)
                    .map(Receipt::key)
                    .toList();
            expired.forEach(key -> organisations.writing(key.org()).receipts.remove(key));
            return expired.size();
        });
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        guard.requireOpen();
        List<Item> read = new ArrayList<>();
        items.forEachRemaining(read::add); // outside the lock: the iterator may be slow, or fail
        Load load = new Load(organisations, replace);
        guard.write(() -> {
            load.apply(read);
            return true;
        });
    }

    private static Optional<SealedSecret> sealed(Credential<SealedSecret> credential) {
        return credential
                .account()
                .fold(aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty());
    }
}
