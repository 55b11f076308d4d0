package dev.keystead.jdbc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps every change of a file in order, and which commits were acknowledged after which of them. Safe for use by many threads. */
final class WriteJournal implements TappedFilePath.Tap {
    private final List<Change> changes = new ArrayList<>();
    private final List<Acknowledgement> acknowledgements = new ArrayList<>();
    private boolean ended;

    @Override
    public synchronized void writing(long position, ByteBuffer source) {
        if (!ended) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            changes.add(new Change(position, bytes, false));
        }
    }

    @Override
    public synchronized void truncating(long size) {
        if (!ended) {
            changes.add(new Change(size, new byte[0], true));
        }
    }

    synchronized void acknowledged(String id) {
        acknowledgements.add(new Acknowledgement(id, changes.size()));
    }

    /** Keeps nothing from now on. */
    synchronized void end() {
        ended = true;
    }

    synchronized int acknowledged() {
        return acknowledgements.size();
    }

    int writes() {
        return changes.size();
    }

    /** How many writes there had been before each that wrote the header of the file. */
    List<Integer> writesBeforeHeaders() {
        return IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).position == 0 && !changes.get(i).truncation)
                .boxed()
                .toList();
    }

    /** The commits that were acknowledged when there had been so many writes. */
    List<String> acknowledgedBefore(int writes) {
        return acknowledgements.stream()
                .filter(acknowledgement -> acknowledgement.writes <= writes)
                .map(Acknowledgement::id)
                .toList();
    }

    Replay replay() {
        return new Replay();
    }

    /** Goes through the changes once more. */
    final class Replay {
        private byte[] image = new byte[1024 * 1024];
        private int size;
        private int done;

        /**
         * The file after so many writes, which are not fewer than those asked for before.
         *
         * @param halfANext whether the next write was begun
         */
        byte[] after(int writes, boolean halfANext) {
            for (; done < writes; done++) {
                apply(changes.get(done), changes.get(done).bytes.length);
            }
            byte[] whole = Arrays.copyOf(image, size);
            if (!halfANext || done == changes.size() || changes.get(done).truncation) {
                return whole;
            }
            Change next = changes.get(done);
            int half = next.bytes.length / 2;
            byte[] torn = Arrays.copyOf(whole, Math.max(whole.length, (int) next.position + half));
            System.arraycopy(next.bytes, 0, torn, (int) next.position, half);
            return torn;
        }

        private void apply(Change change, int length) {
            int position = (int) change.position;
            if (change.truncation) {
                size = Math.min(size, position);
                Arrays.fill(image, size, image.length, (byte) 0);
                return;
            }
            int end = position + length;
            if (end > image.length) {
                image = Arrays.copyOf(image, Math.max(end, 2 * image.length));
            }
            System.arraycopy(change.bytes, 0, image, position, length);
            size = Math.max(size, end);
        }
    }

    private record Acknowledgement(String id, int writes) {}

    private static final class Change {
        private final long position;
        private final byte[] bytes;
        private final boolean truncation;

        Change(long position, byte[] bytes, boolean truncation) {
            this.position = position;
            this.bytes = bytes;
            this.truncation = truncation;
        }
    }
}
