package dev.keystead.app.cli;

import dev.keystead.app.transfer.Counts;
import dev.keystead.app.transfer.DraftFile;
import dev.keystead.app.transfer.Export;
import dev.keystead.app.transfer.PrintedStream;
import dev.keystead.app.transfer.TransferException;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.core.spi.Storage;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code export}: everything, or one organisation, as JSON Lines; secrets stay sealed. */
final class ExportCommand implements Command {
    private static final String OUT = "--out";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("export");
        spec.usageMessage()
                .description("Writes credentials with their secrets still sealed, usage, history and external ids as"
                        + " JSON Lines. Progress goes to standard error.");
        TransferFlags.addTo(
                spec,
                OUT,
                "a new file that its owner alone can read (standard output)",
                "replace the file if it is there");
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        TransferFlags flags = TransferFlags.read(invocation, terminal, OUT);
        try {
            Counts counts = OpenStorage.use(flags.storage(), terminal.clock(), storage -> {
                OpenStorage.migrate(storage, flags.storage());
                return flags.file().isPresent()
                        ? toFile(flags.file().get(), storage, flags, terminal)
                        : write(PrintedStream.to(terminal.out()), storage, flags, terminal);
            });
            terminal.err().println("exported " + counts);
            return ExitCode.FINE;
        } catch (TransferException failure) {
            throw new FailureException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static Counts toFile(Path file, Storage storage, TransferFlags flags, Terminal terminal) {
        try (DraftFile draft = DraftFile.create(file, flags.replace())) {
            Counts counts = write(draft.stream(), storage, flags, terminal);
            draft.publish();
            return counts;
        }
    }

    private static Counts write(OutputStream out, Storage storage, TransferFlags flags, Terminal terminal) {
        try (WorkProgress progress = WorkProgress.of(terminal, "exported", WorkProgress.UNKNOWN)) {
            return Export.write(storage, flags.org(), out, counts -> progress.reached(counts.items(), counts));
        }
    }
}
