package dev.keystead.jose;

import java.util.Base64;
import java.util.List;

/**
 * The compact serialisation (RFC 7515, 7.1; RFC 7516, 7.1), strictly: base64url without padding, blanks or line ends, and one form only
 * for every value, so that no bit of the text can be changed without changing what it says. Nimbus overlooks all of these.
 */
final class CompactForm {
    private CompactForm() {}

    /** The parts between the dots, which must be this many; they may be empty and are not decoded. */
    static List<String> split(String compact, int parts) throws MalformedException {
        List<String> found = List.of(compact.split("\\.", -1));
        if (found.size() != parts) {
            throw new MalformedException("it must have " + parts + " parts");
        }
        return found;
    }

    /** Decodes base64url as {@link #encode} writes it and in no other form. */
    static byte[] decode(String base64url) throws MalformedException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64url);
            if (encode(bytes).equals(base64url)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // not of the alphabet: refused below, like what is of the alphabet and not canonical
        }
        throw new MalformedException("it must be base64url without padding");
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
