package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.SealingOptions;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keys activate}: another key seals. */
final class ActivateKey implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("activate");
        spec.usageMessage()
                .description("Moves a key of the key set to the front: it seals from now on."
                        + " Running servers seal anew what is under the others.");
        spec.addPositional(KeySets.keyId("the key, which every server must have by now"));
        ServerFlags.addTo(spec, Option.OF_KEY_SET_COMMANDS);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        Path file = SealingOptions.readKeySet(ServerFlags.sources(invocation, terminal));
        String keyId = invocation.argument().orElseThrow();
        KeySets.change(file, keys -> keys.activated(keyId));
        terminal.out().println("the key " + keyId + " seals from now on");
        return ExitCode.FINE;
    }
}
