package dev.keystead.core.usecase;

import dev.keystead.core.domain.Credential;
import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.MaskedSecret;
import java.util.Optional;

/**
 * What a create or an update left behind.
 *
 * @param credential the credential after it, its secret masked
 * @param replayOf the idempotency of the first success, if this answer only repeats it; empty if this call did the work
 */
public record Outcome(Credential<MaskedSecret> credential, Optional<Idempotency> replayOf) {}
