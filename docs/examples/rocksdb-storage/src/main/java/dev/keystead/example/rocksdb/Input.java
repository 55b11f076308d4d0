package dev.keystead.example.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link Output} has written, in the same order. */
final class Input {
    private final ByteBuffer bytes;

    Input(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    String text() {
        byte[] encoded = new byte[bytes.getInt()];
        bytes.get(encoded);
        return new String(encoded, UTF_8);
    }

    long number() {
        return bytes.getLong();
    }

    Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    boolean flag() {
        return bytes.get() != 0;
    }

    <T> Optional<T> optional(Function<Input, T> reader) {
        return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
    }
}
