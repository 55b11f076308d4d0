package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.SealingOptions;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.app.wiring.StartException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code keys list}: which keys there are, and how much is sealed under each. */
final class ListKeys implements Command {
    private static final String COUNT = "--count";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("list");
        spec.usageMessage()
                .description("Prints a line for each key of the key set: its position, what it does, and its id.");
        spec.addOption(OptionSpec.builder(COUNT)
                .type(boolean.class)
                .arity("0")
                .description("and how many stored secrets are sealed under it; a line for each key that is missing too")
                .build());
        ServerFlags.addTo(spec, Option.OF_SEALING_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        SealingOptions options = SealingOptions.read(ServerFlags.sources(invocation, terminal));
        List<String> keyIds = KeySets.read(options.keySet()).keyIds();
        if (!invocation.has(COUNT)) {
            print(keyIds, keyId -> "", terminal.out());
            return ExitCode.FINE;
        }
        try {
            Map<String, Long> counts = OpenStorage.use(
                    options.storage(),
                    terminal.clock(),
                    storage -> storage.maintenance().countByKeyId());
            print(keyIds, keyId -> counts.getOrDefault(keyId, 0L) + "  ", terminal.out());
            Map<String, Long> missing = new TreeMap<>(counts);
            missing.keySet().removeAll(keyIds);
            missing.forEach((keyId, count) -> terminal.out().println("-  missing  " + count + "  " + keyId));
            return ExitCode.FINE;
        } catch (StartException uncounted) {
            print(keyIds, keyId -> "", terminal.out());
            throw uncounted;
        }
    }

    private static void print(List<String> keyIds, Function<String, String> count, PrintStream out) {
        for (int position = 0; position < keyIds.size(); position++) {
            String keyId = keyIds.get(position);
            out.println(
                    (position + 1) + "  " + (position == 0 ? "seals" : "opens") + "  " + count.apply(keyId) + keyId);
        }
    }
}
