package dev.keystead.http;

import dev.keystead.core.domain.Subject;
import io.github.bucket4j.TimeMeter;

/** How many requests a subject may make. Safe for use by many threads. */
@FunctionalInterface
interface RateLimit {
    /** Of whom anything is remembered: some 30 MB. */
    int MAX_SUBJECTS = 100_000;

    /**
     * Counts a request of the subject.
     *
     * @throws ProblemException if it is one too many
     */
    void count(Subject subject);

    /** The limit of this many requests a second, with bursts of twice that; 0 counts nothing. */
    static RateLimit of(int perSecond, TimeMeter time) {
        return perSecond == 0 ? subject -> {} : new SubjectBuckets(perSecond, MAX_SUBJECTS, time);
    }
}
