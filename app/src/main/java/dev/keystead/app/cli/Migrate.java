package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.StorageOptions;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.core.spi.Storage;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code migrate}: brings the storage's schema up to date, whatever {@code storage-migrate} tells servers to do. */
final class Migrate implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("migrate");
        spec.usageMessage().description("Brings the storage's schema up to date and prints each step.");
        ServerFlags.addTo(spec, Option.OF_STORAGE_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        StorageOptions options = StorageOptions.read(ServerFlags.sources(invocation, terminal));
        List<String> steps = OpenStorage.use(options, terminal.clock(), storage -> migrate(storage, terminal));
        if (steps.isEmpty()) {
            terminal.out().println("nothing to do: the schema is up to date");
        }
        steps.forEach(terminal.out()::println);
        return ExitCode.FINE;
    }

    private static List<String> migrate(Storage storage, Terminal terminal) {
        try (WorkProgress progress = WorkProgress.of(terminal, "migrated", WorkProgress.UNKNOWN)) {
            List<String> steps = storage.migrate();
            progress.reached(steps.size(), steps);
            return steps;
        }
    }
}
