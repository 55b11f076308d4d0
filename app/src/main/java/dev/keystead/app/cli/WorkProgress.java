package dev.keystead.app.cli;

import dev.keystead.app.wiring.Milestones;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long work is, on standard error: by a bar on a terminal, elsewhere by a line now and then. Closing it ends the bar. Not safe
 * for use by many threads.
 */
final class WorkProgress implements AutoCloseable {
    /** The total of work whose end is not known. */
    static final long UNKNOWN = -1;

    private static final int COLUMNS = 79;

    private final String done;
    private final PrintStream err;
    private final Milestones milestones = new Milestones();
    private final @Nullable ProgressBar bar;

    private WorkProgress(String done, PrintStream err, @Nullable ProgressBar bar) {
        this.done = done;
        this.err = err;
        this.bar = bar;
    }

    /**
     * Begins to show the progress of some work.
     *
     * @param done what happens to each thing, such as {@code exported}
     * @param total how many there are; or {@link #UNKNOWN}
     */
    static WorkProgress of(Terminal terminal, String done, long total) {
        return new WorkProgress(done, terminal.err(), terminal.interactive() ? bar(terminal.err(), done, total) : null);
    }

    private static ProgressBar bar(PrintStream err, String done, long total) {
        return new ProgressBarBuilder()
                .setTaskName(done)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, COLUMNS))
                .build();
    }

    /**
     * The work has come so far.
     *
     * @param count of things that are done
     * @param soFar the same in words
     */
    void reached(long count, Object soFar) {
        if (bar != null) {
            bar.stepTo(count);
        } else if (milestones.isReachedBy(count)) {
            err.println(done + " so far: " + soFar);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
