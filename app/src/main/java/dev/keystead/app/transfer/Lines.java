package dev.keystead.app.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keystead.core.domain.InvalidValueException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Reads lines of UTF-8, each ended by a line feed and none longer than a limit. Not safe for use by many threads. */
final class Lines {
    /** In bytes: many times what the longest line of an export needs. */
    static final int LIMIT = 1024 * 1024;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the line that was asked for last; from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; empty behind the last.
     *
     * @throws InvalidValueException if it is too long or not UTF-8
     * @throws IOException if it cannot be read
     */
    Optional<String> next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (line.size() == LIMIT) {
                throw new InvalidValueException("is longer than " + LIMIT + " bytes");
            }
            line.write(octet);
            octet = in.read();
        }
        try {
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidValueException("is not valid UTF-8");
        }
    }
}
