package dev.keystead.jose;

import java.time.Duration;
import java.time.Instant;

/** Lets two fetches through at once, and then one in each interval. Not safe for use by many threads. */
final class FetchBudget {
    private static final int BURST = 2;

    private final Duration interval;
    private Instant whole = Instant.MIN; // when nothing of the burst is missing any more

    FetchBudget(Duration interval) {
        this.interval = interval;
    }

    /** Takes one fetch; false if there is none to be had now. */
    boolean take(Instant now) {
        Instant spent = now.plus(interval.multipliedBy(BURST));
        if (whole.isBefore(now) || whole.isAfter(spent)) { // the latter if the clock was set back
            whole = now;
        }
        Instant next = whole.plus(interval);
        if (next.isAfter(spent)) {
            return false;
        }
        whole = next;
        return true;
    }
}
