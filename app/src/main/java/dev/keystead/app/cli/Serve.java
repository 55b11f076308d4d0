package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.app.ops.LogOutput;
import dev.keystead.app.wiring.Server;
import picocli.CommandLine.Model.CommandSpec;

/** {@code serve}: the real server. */
final class Serve implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("serve");
        spec.usageMessage().description("Runs the server. Issuer, audience and the key set are required.");
        ServerFlags.addTo(spec, Option.OF_SERVE);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        ServerConfig config = ServerConfig.read(ServerFlags.sources(invocation, terminal));
        LogOutput.use(config.logFormat());
        Server server = Server.start(config, terminal.clock());
        terminal.run(server);
        return ExitCode.FINE;
    }
}
