package dev.keystead.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.CyclicTimeouts;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/** What happens unless it is called off in time. Safe for use by many threads, and without a lock that they share. */
final class Deadlines {
    private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
    private final CyclicTimeouts<Deadline> timer;

    Deadlines(Scheduler scheduler) {
        timer = new Timer(scheduler);
    }

    /** Runs the action after that time, once; it must be quick, and must not block. */
    Deadline in(Duration time, Runnable action) {
        Deadline deadline = new Deadline(NanoTime.now() + time.toNanos(), action);
        pending.add(deadline);
        timer.schedule(deadline);
        return deadline;
    }

    final class Deadline implements CyclicTimeouts.Expirable {
        private final long nanoTime;
        private final Runnable action;

        private Deadline(long nanoTime, Runnable action) {
            this.nanoTime = nanoTime;
            this.action = action;
        }

        /** Has no effect on an action that runs already. */
        void callOff() {
            pending.remove(this);
        }

        @Override
        public long getExpireNanoTime() {
            return nanoTime;
        }
    }

    private final class Timer extends CyclicTimeouts<Deadline> {
        Timer(Scheduler scheduler) {
            super(scheduler);
        }

        @Override
        protected Iterator<Deadline> iterator() {
            return pending.iterator();
        }

        @Override
        protected boolean onExpired(Deadline deadline) {
            if (pending.remove(deadline)) {
                deadline.action.run();
            }
            return false;
        }
    }
}
