package dev.keystead.app.wiring;

import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.usecase.ResealSecrets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One walk through the storage beside the requests of a server: pauses between batches, and ends when the server does. */
final class ResealPass implements ResealSecrets.Observer {
    private static final Logger LOG = LoggerFactory.getLogger(ResealPass.class);

    private final Closing closing;
    private final Duration pause;
    private final AtomicLong left;
    private final Jitter jitter = new Jitter();
    private final Milestones milestones = new Milestones();
    private long toDo;
    private Optional<String> firstUnopened = Optional.empty();

    /**
     * Prepares the walk.
     *
     * @param pause between two batches
     * @param left what there is to do, which becomes less
     */
    ResealPass(Closing closing, Duration pause, AtomicLong left) {
        this.closing = closing;
        this.pause = pause;
        this.left = left;
    }

    /** Does it; begin and end are a line each in the log. Returns how much does not open. */
    long over(ResealSecrets secrets, String keyId, long count) {
        LOG.info("sealing {} stored secrets anew with the key {}", count, keyId);
        toDo = count;
        ResealSecrets.Tally tally = secrets.reseal(this);
        if (closing.hasBegun()) {
            LOG.info("sealing anew with the key {} goes on at the next start: {}", keyId, tally);
        } else if (firstUnopened.isPresent()) {
            LOG.error(
                    "sealed anew with the key {}: {}; the first that does not open is {}",
                    keyId,
                    tally,
                    firstUnopened.get());
        } else {
            LOG.info("sealed anew with the key {}: {}", keyId, tally);
        }
        return tally.unopened();
    }

    @Override
    public boolean goesOn() {
        return !closing.hasBegun();
    }

    @Override
    public void worked(ResealSecrets.Tally soFar) {
        left.set(Math.max(0, toDo - soFar.resealed()));
        if (milestones.isReachedBy(soFar.total())) {
            LOG.info("sealing anew so far: {}", soFar);
        }
        closing.beginsWithin(jitter.around(pause));
    }

    @Override
    public void unopened(SecretBinding place, String keyId) {
        if (firstUnopened.isEmpty()) {
            firstUnopened = Optional.of(describe(place, keyId));
        }
    }

    private static String describe(SecretBinding place, String keyId) {
        return place.member().path() + " of credential " + place.credential() + " in " + place.org() + " under key "
                + keyId;
    }
}
