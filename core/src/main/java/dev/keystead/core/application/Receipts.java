package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.IdempotencyMismatchException;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.MaskedSecret;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.PreconditionFailedException;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.DuplicateException;
import dev.keystead.core.spi.SecretSealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a repeatable request one effect. There is no reservation: whoever commits first leaves the receipt, and everybody else finds it,
 * at once or after being overtaken, and replays it.
 */
final class Receipts {
    private static final Duration KEPT = Duration.ofHours(24);

    private final CredentialRepository repository;
    private final SecretSealer sealer;
    private final Clock clock;

    Receipts(CredentialRepository repository, SecretSealer sealer, Clock clock) {
        this.repository = repository;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Does the work unless it was done before.
     *
     * @param idempotency empty for a request that is not repeatable
     * @param request the request in canonical form
     * @param work given the draft of the receipt to commit, if any
     * @param replay makes the answer from an earlier receipt
     */
    <R> R once(
            Caller caller,
            OrgId org,
            Optional<Idempotency> idempotency,
            CanonicalRequest request,
            Function<Optional<Draft>, R> work,
            Function<Receipt, R> replay) {
        if (idempotency.isEmpty()) {
            return work.apply(Optional.empty());
        }
        Receipt.Key key =
                new Receipt.Key(org, caller.subject(), idempotency.get().key());
        Optional<Receipt> earlier = earlier(key, request);
        if (earlier.isPresent()) {
            return replay.apply(earlier.get());
        }
        try {
            return work.apply(Optional.of(draft(key, request, idempotency.get())));
        } catch (DuplicateException
                | CredentialNotFoundException
                | PreconditionFailedException
                | InvalidMemberException e) {
            // The same request may have won a race against this one, and its effect be the reason for the failure.
            return earlier(key, request).map(replay).orElseThrow(() -> e);
        }
    }

    private Optional<Receipt> earlier(Receipt.Key key, CanonicalRequest request) {
        Instant now = clock.instant();
        Optional<Receipt> found = repository.receipt(key).filter(receipt -> !receipt.isExpiredAt(now));
        found.ifPresent(receipt -> {
            if (receipt.operation() != request.operation() || !sealer.matches(receipt.fingerprint(), request.bytes())) {
                throw new IdempotencyMismatchException();
            }
        });
        return found;
    }

    private Draft draft(Receipt.Key key, CanonicalRequest request, Idempotency idempotency) {
        return new Draft(
                key,
                sealer.fingerprint(request.bytes()),
                request.operation(),
                idempotency.representation(),
                clock.instant().plus(KEPT));
    }

    /** A receipt before it is known what the request brings about. */
    record Draft(
            Receipt.Key key,
            Fingerprint fingerprint,
            Receipt.Operation operation,
            boolean representation,
            Instant expiresAt) {

        Receipt of(CredentialId credential, Optional<Credential<MaskedSecret>> view) {
            return new Receipt(key, fingerprint, operation, credential, view, representation, expiresAt);
        }
    }
}
