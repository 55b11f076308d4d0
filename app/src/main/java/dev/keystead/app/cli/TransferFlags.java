package dev.keystead.app.cli;

import dev.keystead.app.config.Option;
import dev.keystead.app.config.StorageOptions;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What {@code export} and {@code import} are told.
 *
 * @param org the one organisation; empty for all
 * @param file empty for a standard stream
 * @param replace whether what is there may be overwritten
 * @param storage where it is
 */
record TransferFlags(Optional<OrgId> org, Optional<Path> file, boolean replace, StorageOptions storage) {
    private static final String ORG = "--org";
    private static final String REPLACE = "--replace";

    /**
     * Gives a command the flags.
     *
     * @param file the flag that names the file
     * @param fileDescription what the file is for
     * @param replaceDescription what is overwritten
     */
    static void addTo(CommandSpec spec, String file, String fileDescription, String replaceDescription) {
        spec.addOption(text(ORG, "ORG", "the one organisation (all)"));
        spec.addOption(text(file, "FILE", fileDescription));
        spec.addOption(OptionSpec.builder(REPLACE)
                .type(boolean.class)
                .arity("0")
                .description(replaceDescription)
                .build());
        ServerFlags.addTo(spec, Option.OF_STORAGE_COMMANDS);
    }

    /**
     * Reads them.
     *
     * @throws dev.keystead.app.config.ConfigurationException with everything that is wrong, the storage's options included
     */
    static TransferFlags read(Invocation invocation, Terminal terminal, String file) {
        List<String> problems = new ArrayList<>();
        Optional<OrgId> org = Optional.empty();
        Optional<Path> path = Optional.empty();
        try {
            org = invocation.value(ORG).map(OrgId::new);
        } catch (InvalidValueException wrong) {
            problems.add(ORG + " " + wrong.getMessage());
        }
        try {
            path = invocation.value(file).map(terminal.directory()::resolve);
        } catch (InvalidPathException wrong) {
            problems.add(file + " must be the name of a file");
        }
        StorageOptions storage = StorageOptions.read(ServerFlags.sources(invocation.with(problems), terminal));
        return new TransferFlags(org, path, invocation.has(REPLACE), storage);
    }

    private static OptionSpec text(String flag, String placeholder, String description) {
        return OptionSpec.builder(flag)
                .paramLabel(placeholder)
                .type(String.class)
                .description(description)
                .build();
    }
}
