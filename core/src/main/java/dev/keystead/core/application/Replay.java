package dev.keystead.core.application;

import dev.keystead.core.domain.Idempotency;
import dev.keystead.core.domain.Receipt;
import dev.keystead.core.usecase.Outcome;
import java.util.Optional;

/** Makes the answer of a create or an update from its receipt. */
final class Replay {
    private Replay() {}

    static Outcome of(Receipt receipt) {
        return new Outcome(
                receipt.view().orElseThrow(),
                Optional.of(new Idempotency(receipt.key().idempotencyKey(), receipt.representation())));
    }
}
