package dev.keystead.core.application;

import dev.keystead.core.domain.AzureServicePrincipal;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.ExternalId;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Re-sealing over the maps of a {@link FakeRepository}; what a test scripts happens between a scan and a replacement. */
final class FakeMaintenance implements StorageMaintenance {
    private static final Comparator<Credential<SealedSecret>> ORDER = Comparator.comparing(
                    (Credential<SealedSecret> credential) -> credential.org())
            .thenComparing(Credential::id);

    private final FakeRepository repository;
    private Runnable beforeReplacement = () -> {};

    FakeMaintenance(FakeRepository repository) {
        this.repository = repository;
    }

    /** Runs before every replacement. */
    void beforeReplacement(Runnable script) {
        beforeReplacement = script;
    }

    @Override
    public List<Credential<SealedSecret>> scan(Optional<Position> after, int limit) {
        return repository.credentials.values().stream()
                .filter(credential ->
                        after.map(position -> isBehind(credential, position)).orElse(true))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Credential<SealedSecret> credential, Position position) {
        int organisations = credential.org().compareTo(position.org());
        return organisations > 0 || (organisations == 0 && credential.id().compareTo(position.id()) > 0);
    }

    @Override
    public boolean replaceSealed(SecretBinding binding, SealedSecret expected, SealedSecret replacement) {
        beforeReplacement.run();
        Optional<Credential<SealedSecret>> stored = repository
                .find(binding.org(), binding.credential())
                .filter(credential -> credential.account() instanceof AzureServicePrincipal<SealedSecret> azure
                        && azure.key().equals(expected));
        stored.ifPresent(credential -> repository.put(credential.withSecret(secret -> replacement)));
        return stored.isPresent();
    }

    @Override
    public List<OrgId> organizations(Optional<OrgId> after, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Optional<ExternalId> externalId(OrgId org) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Map<String, Long> countByKeyId() {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public int expireReceipts(Instant now, int limit) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public void load(Iterator<Item> items, boolean replace) {
        throw new UnsupportedOperationException("not needed here");
    }
}
