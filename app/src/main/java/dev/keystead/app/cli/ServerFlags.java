package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.OptionKey;
import dev.keystead.app.config.Sources;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The server's options as flags of a command. */
final class ServerFlags {
    private ServerFlags() {}

    /** Gives the command a flag for each option of the scope that may be one. */
    static void addTo(CommandSpec spec, Set<Option> scope) {
        OptionKey.all().stream()
                .filter(key -> scope.contains(key.option()) && key.allowedAsFlag())
                .map(ServerFlags::flag)
                .forEach(spec::addOption);
    }

    /** Where the options come from, for this command line. */
    static Sources sources(Invocation invocation, Terminal terminal) {
        Map<OptionKey, String> flags = new HashMap<>();
        OptionKey.all().stream()
                .filter(OptionKey::allowedAsFlag)
                .forEach(key -> invocation.value(key.flag()).ifPresent(value -> flags.put(key, value)));
        return new Sources(flags, invocation.misuse(), terminal.environment());
    }

    private static OptionSpec flag(OptionKey key) {
        String defaultValue = key.inFile()
                ? ""
                : key.option().defaultValue().map(value -> " (" + value + ")").orElse("");
        return OptionSpec.builder(key.flag())
                .paramLabel(key.placeholder())
                .type(String.class)
                .description(key.description() + defaultValue)
                .build();
    }
}
