package dev.keystead.app.cli;

import dev.keystead.app.config.DevConfig;
import dev.keystead.app.config.Option;
import dev.keystead.app.ops.LogOutput;
import dev.keystead.app.web.WebPages;
import dev.keystead.app.wiring.Server;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dev}: a server for development, which needs no configuration. */
final class Dev implements Command {
    private static final OrgId ORG = new OrgId("acme");
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("dev");
        spec.usageMessage()
                .description("Runs a server for development on this machine: storage and keys are made in"
                        + " the folder keystead-dev, and a token is printed.");
        ServerFlags.addTo(spec, Option.OF_DEV);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        DevFolder folder = DevFolder.in(terminal.directory());
        DevConfig config = DevConfig.read(ServerFlags.sources(invocation, terminal), folder.storageUrl());
        LogOutput.use(config.logFormat());
        folder.prepare();
        String token = DevTokens.mint(
                folder.tokenIssuer(), new Subject("dev"), Map.of(ORG, Set.of(Role.ADMIN, Role.AGENT)), TOKEN_LIFETIME);
        Server server =
                Server.start(config.with(DevTokens.AUDIENCE, folder.publicKeys(), folder.keySet()), terminal.clock());
        greet(terminal.out(), folder, new CurlLines(server.address(), token, ORG.value()), token);
        if (config.http().console().on()) {
            terminal.out().println("# The console, for a browser: sign in with the token");
            terminal.out().println(server.address() + WebPages.CONSOLE);
            terminal.out().println();
        }
        terminal.run(server);
        return ExitCode.FINE;
    }

    private static void greet(PrintStream out, DevFolder folder, CurlLines lines, String token) {
        out.println("This server is for development. Its keys lie beside its data in " + folder + ":");
        out.println("give it no real secrets, and never let other machines reach it.");
        out.println();
        out.println("A token for the organisation " + ORG + ", roles admin and agent, good for "
                + TOKEN_LIFETIME.toHours() + " hours:");
        out.println(token);
        lines.all().forEach((title, line) -> {
            out.println();
            out.println("# " + title);
            out.println(line);
        });
        out.println();
    }
}
