package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;

import java.util.List;

/** Parts of a good token, put together in other ways: left out, cut, swapped, doubled, too long. */
final class FormAttacks {
    private FormAttacks() {}

    static void addTo(Attacks attacks) {
        String good = aToken().build();
        String[] parts = good.split("\\.", -1);
        String header = parts[0];
        String payload = parts[1];
        String signature = parts[2];
        String[] other = aToken().claim("sub", "\"evil\"").build().split("\\.", -1);
        attacks.add("nothing", "");
        for (int dots = 1; dots < 6; dots++) {
            attacks.add("nothing but dots: " + dots, ".".repeat(dots));
        }
        attacks.add("one part", header);
        attacks.add("two parts", header + '.' + payload);
        attacks.add("four parts", good + '.' + signature);
        attacks.add("four parts, the last empty", good + '.');
        attacks.add("four parts, the first empty", '.' + good);
        attacks.add("five parts", String.join(".", header, payload, payload, payload, signature));
        attacks.add("five parts, the second empty", String.join(".", header, "", payload, payload, signature));
        attacks.add("a thousand parts", "a.".repeat(1_000) + good);
        attacks.add("no signature", header + '.' + payload + '.');
        attacks.add("no header", '.' + payload + '.' + signature);
        attacks.add("no payload", header + ".." + signature);
        attacks.add("signature and payload swapped", String.join(".", header, signature, payload));
        attacks.add("header and payload swapped", String.join(".", payload, header, signature));
        attacks.add("the header as payload", String.join(".", header, header, signature));
        attacks.add("the payload of another", String.join(".", header, other[1], signature));
        attacks.add("the signature of another", String.join(".", header, payload, other[2]));
        attacks.add("the signature cut", good.substring(0, good.length() - 4));
        attacks.add("the signature longer", good + "AAAA");
        for (int percent = 10; percent < 100; percent += 10) {
            attacks.add("the first " + percent + " percent", good.substring(0, good.length() * percent / 100));
        }
        attacks.add("two tokens", good + good);
        attacks.add("two tokens in a list", good + ',' + good);
        attacks.add("the scheme again", "Bearer " + good);
        attacks.add("another parameter", good + ", realm=evil");
        attacks.add("quotes", '"' + good + '"');
        attacks.add("a name before it", "token=" + good);
        attacks.add(
                "JSON serialisation",
                "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}".formatted(payload, header, signature));
        addLengths(attacks);
    }

    private static void addLengths(Attacks attacks) {
        attacks.add("good, but longer than 8 KiB", ofLength(8 * 1024 + 1));
        attacks.add("good, but of 12 KiB", ofLength(12 * 1024));
        for (int length : List.of(8 * 1024 + 1, 12 * 1024, 1 << 20)) {
            attacks.add(length + " letters", "A".repeat(length));
            attacks.add(length + " dots", ".".repeat(length));
        }
        String good = aToken().build();
        attacks.add("a signature of 6 KiB", good + "A".repeat(6 * 1024));
        attacks.add("a header of 6 KiB", "A".repeat(6 * 1024) + good);
    }

    /** A well-signed token of this many characters; base64url has no text of some lengths, which two fillers get around. */
    static String ofLength(int length) {
        int signature = aToken().build().length() - aToken().signingInput().length();
        for (int claim = length * 3 / 4 - 480; claim < length; claim++) {
            for (int header = 0; header < 3; header++) {
                TokenBuilder token =
                        aToken().header("h", '"' + "h".repeat(header) + '"').claim("x", '"' + "x".repeat(claim) + '"');
                if (token.signingInput().length() + signature == length) {
                    return token.build();
                }
            }
        }
        throw new IllegalStateException("no token of this length");
    }
}
