package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Tokens that say the same in another base64 than the one of RFC 7515 (2), well-signed as they stand: a reader that overlooks what does
 * not belong there gives one token many texts.
 */
final class EncodingAttacks {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> STRAY = List.of(
            "=", "==", "===", "====", " ", "\t", "\n", "\r\n", "\u000b", "\u0000", "+", "/", "*", "~", "!", ",", ":",
            "%3D", "%41", "\\u0041", "é", "\u2028", "\u00a0", "\ufeff", "\uff21", "\uD800");

    private EncodingAttacks() {}

    static void addTo(Attacks attacks) {
        String[] parts = aToken().build().split("\\.", -1);
        for (String stray : STRAY) {
            for (int part = 0; part < parts.length; part++) {
                for (Place place : Place.values()) {
                    String[] changed = parts.clone();
                    changed[part] = place.insert(stray, parts[part]);
                    attacks.add(
                            visible(stray) + " at the " + place.word + " of part " + (part + 1),
                            part == 2 ? String.join(".", changed) : aToken().sign(changed[0] + '.' + changed[1]));
                }
            }
        }
        attacks.add("all parts padded", padded(parts));
        addTrailingBits(attacks);
        addOtherAlphabets(attacks);
    }

    /** Other last characters of a part, whose surplus bits are not zero. */
    private static void addTrailingBits(Attacks attacks) {
        for (int filler = 1; filler <= 3; filler++) {
            String claims = CompactForm.encode(aToken().claim("x", '"' + "x".repeat(filler) + '"')
                    .payloadJson()
                    .getBytes(UTF_8));
            String header = CompactForm.encode(aToken().header("x", '"' + "x".repeat(filler) + '"')
                    .headerJson()
                    .getBytes(UTF_8));
            String plain = CompactForm.encode(aToken().headerJson().getBytes(UTF_8));
            if (claims.length() % 4 != 0) {
                attacks.add(
                        "surplus bits in claims of " + claims.length(),
                        aToken().sign(plain + '.' + nextInAlphabet(claims)));
            }
            if (header.length() % 4 != 0) {
                attacks.add(
                        "surplus bits in a header of " + header.length(),
                        aToken().sign(nextInAlphabet(header)
                                + '.'
                                + CompactForm.encode(aToken().payloadJson().getBytes(UTF_8))));
            }
        }
        attacks.add("surplus bits in the signature", nextInAlphabet(aToken().build()));
        attacks.add(
                "surplus bits in a signature of ES256",
                nextInAlphabet(aToken().signedWith("ES256", TestKeys.P256).build()));
    }

    private static void addOtherAlphabets(Attacks attacks) {
        TokenBuilder token = aToken().claim("x", "\"???>>>~~~ïïï\"").header("x", "\"???>>>~~~ïïï\"");
        byte[] header = token.headerJson().getBytes(UTF_8);
        byte[] claims = token.payloadJson().getBytes(UTF_8);
        Base64.Encoder standard = Base64.getEncoder().withoutPadding();
        attacks.add(
                "claims of the other alphabet",
                token.sign(CompactForm.encode(header) + '.' + standard.encodeToString(claims)));
        attacks.add(
                "a header of the other alphabet",
                token.sign(standard.encodeToString(header) + '.' + CompactForm.encode(claims)));
        attacks.add("claims not encoded", token.sign(CompactForm.encode(header) + '.' + token.payloadJson()));
        attacks.add("a header not encoded", token.sign(token.headerJson() + '.' + CompactForm.encode(claims)));
        attacks.add(
                "claims encoded twice",
                token.sign(CompactForm.encode(header)
                        + '.'
                        + CompactForm.encode(CompactForm.encode(claims).getBytes(UTF_8))));
        attacks.add(
                "claims in lines",
                token.sign(CompactForm.encode(header)
                        + '.'
                        + Base64.getMimeEncoder(76, new byte[] {'\n'})
                                .withoutPadding()
                                .encodeToString(claims)));
    }

    private static String padded(String[] parts) {
        String[] padded = new String[3];
        for (int i = 0; i < 3; i++) {
            padded[i] = parts[i] + "=".repeat((4 - parts[i].length() % 4) % 4);
        }
        return aToken().sign(padded[0] + '.' + padded[1]) + "==";
    }

    /** The text with another last character, which decodes to the same bytes. */
    private static String nextInAlphabet(String base64url) {
        int last = base64url.length() - 1;
        return base64url.substring(0, last) + ALPHABET.charAt(ALPHABET.indexOf(base64url.charAt(last)) + 1);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder("'");
        text.chars()
                .forEach(c -> visible.append(c > ' ' && c < 0x7F ? String.valueOf((char) c) : "<%04x>".formatted(c)));
        return visible.append('\'').toString();
    }

    private enum Place {
        BEGINNING,
        MIDDLE,
        END;

        private final String word = name().toLowerCase(Locale.ROOT);

        String insert(String stray, String part) {
            int at = this == BEGINNING ? 0 : this == MIDDLE ? part.length() / 2 : part.length();
            return part.substring(0, at) + stray + part.substring(at);
        }
    }
}
