package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.SealingOptions;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.app.wiring.StartException;
import dev.keystead.core.Keystead;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.StorageMaintenance;
import dev.keystead.core.usecase.ResealSecrets;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code reseal}: everything under the first key. */
final class Reseal implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("reseal");
        spec.usageMessage()
                .description("Seals every stored secret anew that is not under the first key of the key set. May be"
                        + " interrupted, repeated, and run beside servers that share the storage. Progress goes to"
                        + " standard error.");
        ServerFlags.addTo(spec, Option.OF_SEALING_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        SealingOptions options = SealingOptions.read(ServerFlags.sources(invocation, terminal));
        KeySet keys = KeySets.read(options.keySet());
        try {
            ResealSecrets.Tally tally = OpenStorage.use(options.storage(), terminal.clock(), storage -> {
                OpenStorage.migrate(storage, options.storage());
                return reseal(storage.maintenance(), keys, terminal);
            });
            terminal.err().println(tally);
            return tally.unopened() == 0 ? ExitCode.FINE : ExitCode.FAILED;
        } catch (StartException failure) {
            throw new FailureException(
                    failure.getMessage() + "; begin again at any time (a server that holds the storage seals anew by"
                            + " itself)",
                    failure);
        }
    }

    private static ResealSecrets.Tally reseal(StorageMaintenance maintenance, KeySet keys, Terminal terminal) {
        long stored = maintenance.countByKeyId().values().stream()
                .mapToLong(count -> count)
                .sum();
        try (WorkProgress progress = WorkProgress.of(terminal, "sealed anew", stored)) {
            return Keystead.resealing(maintenance, Jose.sealer(keys)).reseal(new Shown(progress, terminal.err()));
        }
    }

    /** Shows how far it is, and what does not open. */
    private record Shown(WorkProgress progress, PrintStream err) implements ResealSecrets.Observer {
        @Override
        public void worked(ResealSecrets.Tally soFar) {
            progress.reached(soFar.total(), soFar);
        }

        @Override
        public void unopened(SecretBinding place, String keyId) {
            err.println(place.member().path() + " of credential " + place.credential() + " in " + place.org()
                    + " does not open with the key " + keyId);
        }
    }
}
