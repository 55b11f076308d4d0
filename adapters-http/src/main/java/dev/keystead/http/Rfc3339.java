package dev.keystead.http;

import dev.keystead.core.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as RFC 3339 writes them, to the millisecond; {@code java.time} reads less than the RFC allows. */
final class Rfc3339 {
    private static final Pattern FORM =
            Pattern.compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<minute>[0-9]{2}:[0-9]{2}):(?<second>[0-9]{2})"
                    + "(?:\\.(?<fraction>[0-9]++))?(?:[Zz]|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z"); // what storages keep
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final String LEAP_SECOND = "60";
    private static final int LAST_MILLI = 999;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Rfc3339() {}

    /**
     * Reads a time. What is finer than a millisecond is cut off; a leap second, which {@link Instant} does not have, is the last
     * millisecond before it, so that times keep their order.
     *
     * @throws InvalidValueException if it is none, or outside the years 1 to 9999 of UTC
     */
    static Instant read(String text) {
        Matcher time = FORM.matcher(text);
        if (!time.matches()) {
            throw notATime();
        }
        try {
            return kept(time.group("second").equals(LEAP_SECOND) ? leapSecond(time) : instant(time));
        } catch (DateTimeException noSuchTime) {
            throw notATime();
        }
    }

    /** Writes a time in UTC with milliseconds. */
    static String text(Instant time) {
        return MILLIS.format(time);
    }

    private static Instant instant(Matcher time) {
        return second(time, time.group("second")).plusMillis(millis(time.group("fraction")));
    }

    private static Instant leapSecond(Matcher time) {
        Instant before = second(time, "59");
        OffsetDateTime behind = before.plusSeconds(1).atOffset(ZoneOffset.UTC);
        if (behind.getDayOfMonth() != 1 || !behind.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw notATime();
        }
        return before.plusMillis(LAST_MILLI);
    }

    private static Instant second(Matcher time, String second) {
        LocalDateTime local = LocalDateTime.parse(time.group("date") + "T" + time.group("minute") + ":" + second);
        return local.toInstant(ZoneOffset.UTC).minus(offset(time));
    }

    /** Up to 23:59, of which {@link ZoneOffset} has only 18 hours. */
    private static Duration offset(Matcher time) {
        if (time.group("sign") == null) {
            return Duration.ZERO;
        }
        LocalTime offset = LocalTime.parse(time.group("hours") + ":" + time.group("minutes"));
        Duration east = Duration.ofSeconds(offset.toSecondOfDay());
        return time.group("sign").equals("-") ? east.negated() : east;
    }

    private static int millis(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }

    private static Instant kept(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new InvalidValueException("must be in the years 1 to 9999 of UTC");
        }
        return time;
    }

    private static InvalidValueException notATime() {
        return new InvalidValueException("must be an RFC 3339 time, such as 2026-11-23T19:05:11.123Z");
    }
}
