package dev.keystead.app.transfer;

import dev.keystead.core.domain.InvalidValueException;
import tools.jackson.databind.node.ObjectNode;

/** The first line of an export, which says what it is, and the last, which says that it is whole. */
final class Format {
    private static final String NAME = "keystead-export";
    private static final int VERSION = 1;

    private Format() {}

    static ObjectNode header() {
        return line(Kind.HEADER).put("format", NAME).put("version", VERSION);
    }

    static ObjectNode trailer(Counts counts) {
        return line(Kind.TRAILER)
                .put("organizations", counts.organizations())
                .put("credentials", counts.credentials())
                .put("history", counts.history())
                .put("external_ids", counts.externalIds());
    }

    /**
     * Passes the header of an export that this version can read.
     *
     * @throws InvalidValueException if it is none
     */
    static void requireHeader(Members members) {
        if (!members.text("kind").equals(Kind.HEADER.code())
                || !members.text("format").equals(NAME)) {
            throw new InvalidValueException("is not the header of an export");
        }
        if (members.number("version", 1, Integer.MAX_VALUE) != VERSION) {
            throw new InvalidValueException(
                    "says a version of the format that is not known here: import it with a newer Keystead");
        }
        members.end();
    }

    /**
     * Passes the trailer of an export with so many lines.
     *
     * @throws InvalidValueException if it counts others
     */
    static void requireTrailer(Members members, Counts counts) {
        Counts announced = new Counts(
                members.number("organizations", 0, Long.MAX_VALUE),
                members.number("credentials", 0, Long.MAX_VALUE),
                members.number("history", 0, Long.MAX_VALUE),
                members.number("external_ids", 0, Long.MAX_VALUE));
        members.end();
        if (!announced.equals(counts)) {
            throw new InvalidValueException("counts " + announced + "; but before it there are " + counts);
        }
    }

    private static ObjectNode line(Kind kind) {
        return Json.object().put("kind", kind.code());
    }
}
