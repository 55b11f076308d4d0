package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.SealingOptions;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.app.wiring.StartException;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.Storage;
import dev.keystead.jose.KeySet;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keys retire}: a key that nothing needs any more leaves the key set. */
final class RetireKey implements Command {
    private static final Duration RECEIPTS_KEPT = Duration.ofHours(24);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("retire");
        spec.usageMessage()
                .description("Removes a key from the key set. Refuses the one that seals, and every one that a stored"
                        + " secret is sealed under.");
        spec.addPositional(KeySets.keyId("the key"));
        ServerFlags.addTo(spec, Option.OF_SEALING_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        SealingOptions options = SealingOptions.read(ServerFlags.sources(invocation, terminal));
        String keyId = invocation.argument().orElseThrow();
        requireRemovable(KeySets.read(options.keySet()), keyId);
        if (options.storage().isOfThisProcess()) {
            throw new FailureException("the key stays: " + options.storage().shownUrl()
                    + " is empty in every process that opens it; name the storage of the servers with storage-url");
        }
        LastChange lastChange = LastChange.of(options.keySet(), terminal.clock());
        try {
            long stored = OpenStorage.use(options.storage(), terminal.clock(), storage -> {
                requireUnused(storage, keyId);
                lastChange.awaitReaders(terminal.err());
                return requireUnused(storage, keyId);
            });
            KeySets.change(options.keySet(), keys -> keys.without(keyId));
            terminal.out().println("retired the key " + keyId + ": none of " + stored + " stored secrets is under it");
        } catch (StartException uncounted) {
            throw new FailureException(
                    uncounted.getMessage() + "; the key stays (a file that a server holds can be counted when the"
                            + " server has ended)",
                    uncounted);
        }
        if (lastChange.age().compareTo(RECEIPTS_KEPT) < 0) {
            terminal.err()
                    .println("the key set was changed less than 24 hours before: a request of these hours that is"
                            + " repeated under its Idempotency-Key may be refused with 422, and is not done twice");
        }
        return ExitCode.FINE;
    }

    private static void requireRemovable(KeySet keys, String keyId) {
        try {
            keys.without(keyId);
        } catch (InvalidValueException refused) {
            throw new FailureException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Returns how many secrets there are under others. */
    private static long requireUnused(Storage storage, String keyId) {
        Map<String, Long> counts = storage.maintenance().countByKeyId();
        long used = counts.getOrDefault(keyId, 0L);
        if (used > 0) {
            throw new FailureException("the key " + keyId + " stays: " + used
                    + " stored secrets are sealed under it; reseal, or a running server, seals them anew");
        }
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
