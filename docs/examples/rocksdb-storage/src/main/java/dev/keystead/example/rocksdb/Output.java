package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes values one after the other, as {@link Input} reads them. */
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    Output text(String value) {
        byte[] encoded = value.getBytes(UTF_8);
        return write(() -> {
            data.writeInt(encoded.length);
            data.write(encoded);
        });
    }

    Output number(long value) {
        return write(() -> data.writeLong(value));
    }

    /** To the millisecond. */
    Output instant(Instant value) {
        return number(value.toEpochMilli());
    }

    Output flag(boolean value) {
        return write(() -> data.writeBoolean(value));
    }

    <T> Output optional(Optional<T> value, BiConsumer<Output, T> writer) {
        flag(value.isPresent());
        value.ifPresent(present -> writer.accept(this, present));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private Output write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: it is all in memory
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
