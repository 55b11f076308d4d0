package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.SealingOptions;
import dev.keystead.jose.KeySet;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code keys rotate}: a new key in the key set. */
final class RotateKeys implements Command {
    private static final String NOW = "--now";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("rotate");
        spec.usageMessage()
                .description(
                        "Adds a new key to the key set, behind the others: it opens, and seals once it is activated.");
        spec.addOption(OptionSpec.builder(NOW)
                .type(boolean.class)
                .arity("0")
                .description("before the others: it seals at once")
                .build());
        ServerFlags.addTo(spec, Option.OF_KEY_SET_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        Path file = SealingOptions.readKeySet(ServerFlags.sources(invocation, terminal));
        boolean now = invocation.has(NOW);
        List<String> keyIds =
                KeySets.change(file, now ? KeySet::rotatedNow : KeySet::rotated).keyIds();
        terminal.out()
                .println(
                        now
                                ? "added the key " + keyIds.get(0) + ", which seals from now on"
                                : "added the key " + keyIds.get(keyIds.size() - 1)
                                        + ": activate it when every server has it");
        return ExitCode.FINE;
    }
}
