package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.app.wiring.Doctor;
import dev.keystead.app.wiring.Finding;
import picocli.CommandLine.Model.CommandSpec;

/** {@code doctor}: would {@code serve} work with this configuration? */
final class DoctorCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("doctor");
        spec.usageMessage()
                .description(
                        "Checks the configuration of a server from end to end, and prints a line for each check: key"
                                + " set, storage, schema, stored secrets, token keys, clock. Changes nothing of what is stored;"
                                + " makes an H2 file that is not there yet.");
        ServerFlags.addTo(spec, Option.OF_SERVE);
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        ServerConfig config = ServerConfig.read(ServerFlags.sources(invocation, terminal));
        boolean fine = Doctor.examine(
                config, terminal.clock(), finding -> terminal.out().println(line(finding)));
        return fine ? ExitCode.FINE : ExitCode.FAILED;
    }

    private static String line(Finding finding) {
        return (finding.fine() ? "ok     " : "WRONG  ") + finding.subject() + ": " + finding.text();
    }
}
