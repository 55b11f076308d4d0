package dev.keystead.http;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values that the wire writes in its own way. */
final class WireValues {
    private static final String SEED_MISPRINT_OF_GCP = "gap";
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z"); // what storages keep
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireValues() {}

    /** Reads a cloud, case-sensitive; the seed's table prints {@code gap} for {@code gcp}. */
    static CloudType cloudType(String code) {
        return CloudType.of(code.equals(SEED_MISPRINT_OF_GCP) ? CloudType.GCP.code() : code)
                .orElseThrow(() -> new InvalidValueException("must be aws, azure or gcp"));
    }

    /** Reads an RFC 3339 time. */
    static Instant instant(String text) {
        if (RFC_3339.matcher(text).matches()) {
            try {
                Instant time =
                        OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
                if (!time.isBefore(EARLIEST)) {
                    return time;
                }
            } catch (DateTimeException noSuchTime) {
                throw notATime();
            }
        }
        throw notATime();
    }

    /** Writes a time as RFC 3339 in UTC with milliseconds. */
    static String text(Instant time) {
        return MILLIS.format(time);
    }

    private static InvalidValueException notATime() {
        return new InvalidValueException("must be an RFC 3339 time, such as 2026-11-23T19:05:11.123Z");
    }
}
