package dev.keystead.app.cli;

import dev.keystead.app.ops.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The tree of the commands, as the parser wants it. */
final class Commands {
    static final String PROGRAM = "keystead";

    private Commands() {}

    /** The parser: it stops at nothing, so that everything that is wrong is found. */
    static CommandLine parser() {
        CommandSpec keys = group("keys", "The key set that seals secrets.")
                .addSubcommand("generate", new GenerateKeys().spec())
                .addSubcommand("rotate", new RotateKeys().spec())
                .addSubcommand("activate", new ActivateKey().spec())
                .addSubcommand("retire", new RetireKey().spec())
                .addSubcommand("list", new ListKeys().spec());
        CommandSpec root = group(PROGRAM, "Keeps cloud-account credentials.")
                .addSubcommand("dev", new Dev().spec())
                .addSubcommand("serve", new Serve().spec())
                .addSubcommand("doctor", new DoctorCommand().spec())
                .addSubcommand("migrate", new Migrate().spec())
                .addSubcommand("export", new ExportCommand().spec())
                .addSubcommand("import", new ImportCommand().spec())
                .addSubcommand("token", new MintToken().spec())
                .addSubcommand("keys", keys)
                .addSubcommand("reseal", new Reseal().spec())
                .addSubcommand("completion", new Completion().spec());
        CommandLine parser = new CommandLine(root)
                .setUnmatchedArgumentsAllowed(true)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false);
        everywhere(parser);
        return parser;
    }

    private static void everywhere(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getCommandSpec()
                .addOption(standard("help", "shows this help").usageHelp(true).build())
                .addOption(standard("version", "shows the version")
                        .versionHelp(true)
                        .build())
                .version(PROGRAM + " " + Version.OF_THIS);
        Examples.addTo(command.getCommandSpec());
        command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
        command.getSubcommands().values().forEach(Commands::everywhere);
    }

    /** Not the parser's own mixin: its texts need the interpolation of variables, which would reach ours as well. */
    private static OptionSpec.Builder standard(String name, String description) {
        return OptionSpec.builder("--" + name).type(boolean.class).arity("0").description(description);
    }

    private static CommandSpec group(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        return spec;
    }
}
