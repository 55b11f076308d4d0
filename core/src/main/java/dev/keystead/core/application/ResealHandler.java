package dev.keystead.core.application;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.spi.StorageMaintenance.Position;
import dev.keystead.core.usecase.ResealSecrets;
import java.util.List;
import java.util.Optional;

final class ResealHandler implements ResealSecrets {
    static final int BATCH = 200;

    private static final Tally RESEALED = new Tally(1, 0, 0);
    private static final Tally SKIPPED = new Tally(0, 1, 0);
    private static final Tally UNOPENED = new Tally(0, 0, 1);

    private final StorageMaintenance maintenance;
    private final SecretSealer sealer;

    ResealHandler(StorageMaintenance maintenance, SecretSealer sealer) {
        this.maintenance = maintenance;
        this.sealer = sealer;
    }

    @Override
    public Tally reseal(Observer observer) {
        Tally tally = Tally.NONE;
        Optional<Position> after = Optional.empty();
        boolean more = true;
        while (more && observer.goesOn()) {
            List<Credential<SealedSecret>> batch = maintenance.scan(after, BATCH);
            tally = tally.plus(reseal(batch, observer));
            observer.worked(tally);
            more = batch.size() == BATCH;
            after = batch.stream().reduce((earlier, later) -> later).map(last -> new Position(last.org(), last.id()));
        }
        return tally;
    }

    private Tally reseal(List<Credential<SealedSecret>> batch, Observer observer) {
        String keyId = sealer.sealingKeyId();
        Tally tally = Tally.NONE;
        for (Credential<SealedSecret> credential : batch) {
            Optional<SealedSecret> stored = secretOf(credential);
            if (stored.isPresent() && observer.goesOn()) {
                SecretBinding place = new SecretBinding(credential.org(), credential.id(), Member.KEY);
                tally = tally.plus(
                        stored.get().keyId().equals(keyId) ? SKIPPED : reseal(place, stored.get(), observer));
            }
        }
        return tally;
    }

    private Tally reseal(SecretBinding place, SealedSecret stored, Observer observer) {
        SealedSecret replacement;
        try {
            replacement = sealer.seal(sealer.open(stored, place), place);
        } catch (SealBrokenException broken) {
            observer.unopened(place, stored.keyId());
            return UNOPENED;
        }
        return maintenance.replaceSealed(place, stored, replacement) ? RESEALED : SKIPPED;
    }

    private static Optional<SealedSecret> secretOf(Credential<SealedSecret> credential) {
        return credential
                .account()
                .fold(aws -> Optional.empty(), azure -> Optional.of(azure.key()), gcp -> Optional.empty());
    }
}
