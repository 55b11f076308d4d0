package dev.keystead.app.cli;

import dev.keystead.app.config.NearestName;
import dev.keystead.app.config.OptionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What is wrong with a command line. Values are never repeated: one may be a password. */
final class Misuse {
    private Misuse() {}

    /** One line each, over the command and those around it. */
    static List<String> of(List<ParseResult> commands) {
        return commands.stream()
                .flatMap(command ->
                        Stream.concat(command.errors().stream().map(Exception::getMessage), unmatched(command)))
                .distinct()
                .toList();
    }

    private static Stream<String> unmatched(ParseResult command) {
        List<String> lines = new ArrayList<>();
        boolean behindAFlag = false;
        for (String argument : command.unmatched()) {
            boolean flag = argument.startsWith("-") && argument.length() > 1;
            if (flag) {
                lines.add(unknown(argument.split("=", 2)[0], command.commandSpec()));
            } else if (!behindAFlag) {
                lines.add(superfluous(argument, command.commandSpec()));
            }
            behindAFlag = flag && !argument.contains("=");
        }
        return lines.stream();
    }

    private static String unknown(String flag, CommandSpec command) {
        Optional<OptionKey> key = OptionKey.all().stream()
                .filter(known -> known.flag().equals(flag))
                .findFirst();
        if (key.isPresent()) {
            return key.get().allowedAsFlag()
                    ? flag + " is not an option of " + command.qualifiedName()
                    : flag + " is refused as a flag, which every user of the machine could see: use "
                            + key.get().variable() + " or " + flag + "-file";
        }
        List<String> known =
                command.options().stream().map(option -> option.longestName()).toList();
        String shown = flag.startsWith("--") ? flag : flag.substring(0, 2);
        return "unknown option " + shown + ": did you mean " + NearestName.to(flag, known) + "?";
    }

    private static String superfluous(String argument, CommandSpec command) {
        if (command.subcommands().isEmpty()) {
            return command.qualifiedName() + " takes options alone, and something else is among them";
        }
        return "unknown command: did you mean "
                + NearestName.to(argument, command.subcommands().keySet()) + "?";
    }
}
