package dev.keystead.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keystead.core.domain.Cursor;
import dev.keystead.core.domain.InvalidValueException;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in as a cursor, it is refused as a client's mistake or is one that the server could have given: no other failure. */
@Tag("thorough")
class CursorFuzzTest {

    @DictionaryEntries({"credentials", "history", "acme", "aws", "018f-", "&cursor=", "&limit=1", "%", "=", "+"})
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "45s")
    void refusesOrUnderstandsEveryCursor(byte[] given) {
        String text = new String(given, ISO_8859_1);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(given);
        for (String cursor : new String[] {text, encoded}) {
            Intake.listsOf("org_id=acme&cursor=" + cursor);
            requireCanonical(cursor);
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of("1\n018f-1\ncredentials\nacme\n\n", "1\n018f-1\nhistory\nacme\n", "MQpwCnM", "MQpwCnM&limit=1")
                .map(seed -> seed.getBytes(ISO_8859_1));
    }

    private static void requireCanonical(String text) {
        try {
            if (!Cursor.of(text).value().equals(text)) {
                throw new AssertionError("two texts of one cursor: " + text);
            }
        } catch (InvalidValueException refusal) {
            // as it should
        }
    }
}
