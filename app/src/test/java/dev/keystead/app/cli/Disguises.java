package dev.keystead.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** How a secret in clear may look to one who searches for it. */
final class Disguises {
    private Disguises() {}

    /** The text itself, in UTF-16 read as bytes, in hexadecimal digits, and in both alphabets of base64 wherever it begins. */
    static List<String> of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        List<String> disguises = new ArrayList<>(List.of(
                secret,
                new String(secret.getBytes(UTF_16BE), ISO_8859_1),
                HexFormat.of().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int whole = shifted.length / 3 * 4;
            int first = before == 0 ? 0 : 4;
            Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                    .map(encoder -> encoder.encodeToString(shifted).substring(first, whole))
                    .forEach(disguises::add);
        }
        return disguises;
    }
}
