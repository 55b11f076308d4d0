package dev.keystead.app.cli;

import dev.keystead.app.transfer.Counts;
import dev.keystead.app.transfer.Import;
import dev.keystead.app.transfer.TransferException;
import dev.keystead.app.wiring.OpenStorage;
import dev.keystead.core.spi.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import picocli.CommandLine.Model.CommandSpec;

/** {@code import}: what {@code export} wrote, all of it or nothing. */
final class ImportCommand implements Command {
    private static final String IN = "--in";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("import");
        spec.usageMessage()
                .description("Reads what export wrote, all of it or nothing. Progress goes to standard error.");
        TransferFlags.addTo(
                spec,
                IN,
                "the file (standard input)",
                "replace credentials, history entries and external ids of the same ids");
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        TransferFlags flags = TransferFlags.read(invocation, terminal, IN);
        try (InputStream in = open(flags, terminal)) {
            Counts counts = OpenStorage.use(flags.storage(), terminal.clock(), storage -> {
                OpenStorage.migrate(storage, flags.storage());
                return read(in, storage, flags, terminal);
            });
            terminal.err().println("imported " + counts);
            return ExitCode.FINE;
        } catch (TransferException failure) {
            throw new FailureException("nothing was imported: " + failure.getMessage(), failure);
        } catch (IOException failure) {
            throw new FailureException(
                    "cannot read " + flags.file().map(String::valueOf).orElse("standard input"), failure);
        }
    }

    private static Counts read(InputStream in, Storage storage, TransferFlags flags, Terminal terminal) {
        try (WorkProgress progress = WorkProgress.of(terminal, "read", WorkProgress.UNKNOWN)) {
            return Import.read(
                    in, storage, flags.org(), flags.replace(), counts -> progress.reached(counts.items(), counts));
        }
    }

    private static InputStream open(TransferFlags flags, Terminal terminal) throws IOException {
        return flags.file().isPresent() ? Files.newInputStream(flags.file().get()) : terminal.in();
    }
}
