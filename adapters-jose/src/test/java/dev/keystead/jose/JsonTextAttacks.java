package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;

/** Well-signed tokens whose header or claims have something around the object, are no object, or no UTF-8. */
final class JsonTextAttacks {
    private static final String HEADER = JsonAttacks.HEADER;
    private static final String CLAIMS = JsonAttacks.CLAIMS;

    private JsonTextAttacks() {}

    static void addTo(Attacks attacks) {
        addOtherTexts(attacks);
        addOtherBytes(attacks);
    }

    private static void addOtherTexts(Attacks attacks) {
        for (String text : List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "true",
                "7",
                "\"x\"",
                "x",
                "[%s]",
                "\"%s\"",
                "%s%s",
                "%s,",
                "%sx",
                "%s\u0000",
                "\u0000%s",
                "\u00a0%s",
                "\ufeff%s",
                "//\n%s",
                "/**/%s",
                "%s#",
                "<x/>")) {
            String name = text.replace("\n", "")
                    .replace("\u0000", "<NUL>")
                    .replace("\ufeff", "<BOM>")
                    .replace("\u00a0", "<NBSP>");
            attacks.add("header: '" + name + '\'', JsonAttacks.signed(text.replace("%s", HEADER), CLAIMS));
            attacks.add("claims: '" + name + '\'', JsonAttacks.signed(HEADER, text.replace("%s", CLAIMS)));
        }
    }

    private static void addOtherBytes(Attacks attacks) {
        for (Charset charset : List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32"))) {
            attacks.add("header in " + charset, JsonAttacks.signed(HEADER.getBytes(charset), CLAIMS.getBytes(UTF_8)));
            attacks.add("claims in " + charset, JsonAttacks.signed(HEADER.getBytes(UTF_8), CLAIMS.getBytes(charset)));
        }
        for (String hex : List.of(
                "80",
                "ff",
                "fe",
                "c0af",
                "c080",
                "c3",
                "e282",
                "e08080",
                "eda080",
                "eda0bdedb880",
                "f08282ac",
                "f4908080",
                "f888808080")) {
            String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
            String member = ",\"x\":\"" + bytes + "\"}";
            attacks.add(
                    hex + " in the header",
                    JsonAttacks.signed(HEADER.replace("}", member).getBytes(ISO_8859_1), CLAIMS.getBytes(UTF_8)));
            attacks.add(
                    hex + " in the claims",
                    JsonAttacks.signed(
                            HEADER.getBytes(UTF_8), CLAIMS.replace("}", member).getBytes(ISO_8859_1)));
        }
    }
}
