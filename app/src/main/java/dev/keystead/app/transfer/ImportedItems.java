package dev.keystead.app.transfer;

import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.spi.StorageMaintenance.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The items of an export, one line in memory at a time. Every line is checked, those of organisations that are not wanted as well, and
 * so is that nothing is missing at the end: {@link #hasNext} throws a {@link TransferException} otherwise. Not safe for use by many
 * threads.
 */
final class ImportedItems implements Iterator<Item> {
    private final Lines lines;
    private final Optional<OrgId> only;
    private final Consumer<Counts> progress;
    private final Sequence all = new Sequence();
    private final Sequence wanted = new Sequence();
    private Optional<Item> next = Optional.empty();
    private boolean ended;

    /**
     * Reads the header.
     *
     * @param only the one organisation that is wanted; empty for all
     * @throws TransferException if the file does not begin as an export does
     */
    ImportedItems(InputStream in, Optional<OrgId> only, Consumer<Counts> progress) {
        this.lines = new Lines(in);
        this.only = only;
        this.progress = progress;
        checked(() -> Format.requireHeader(line("is not there: the file is empty")));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            checked(this::readLine);
        }
        return next.isPresent();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = next.orElseThrow();
        next = Optional.empty();
        return item;
    }

    /** How many items of those that are wanted came out so far. */
    Counts counts() {
        return wanted.counts();
    }

    private void readLine() throws IOException {
        Members members = line("is missing: the file ends without its trailer, so it is not whole");
        Kind kind = members.code("kind", Kind::of);
        switch (kind) {
            case HEADER -> throw new InvalidValueException("is a second header");
            case CREDENTIAL -> take(ItemReader.credential(members), members);
            case HISTORY -> take(ItemReader.history(members), members);
            case EXTERNAL_ID -> take(ItemReader.externalId(members), members);
            case TRAILER -> end(members);
        }
    }

    private void take(Item item, Members members) {
        members.end();
        all.accept(item);
        progress.accept(all.counts());
        if (only.map(Sequence.orgOf(item)::equals).orElse(true)) {
            wanted.accept(item);
            next = Optional.of(item);
        }
    }

    private void end(Members members) throws IOException {
        Format.requireTrailer(members, all.counts());
        if (lines.next().isPresent()) {
            throw new InvalidValueException("stands behind the trailer");
        }
        only.filter(org -> wanted.counts().items() == 0).ifPresent(org -> {
            throw new TransferException("the file has nothing of the organisation " + org);
        });
        ended = true;
    }

    private Members line(String ifThereIsNone) throws IOException {
        String text = lines.next().orElseThrow(() -> new InvalidValueException(ifThereIsNone));
        return Members.of(Json.parse(text));
    }

    private void checked(Reading reading) {
        try {
            reading.run();
        } catch (InvalidValueException wrong) {
            throw new TransferException("line " + lines.number() + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new TransferException("line " + lines.number() + ": cannot be read", unreadable);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }
}
