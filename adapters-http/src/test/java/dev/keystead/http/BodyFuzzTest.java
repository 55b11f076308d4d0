package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come in as a body, they are refused as a client's mistake or become a command: no other failure. */
@Tag("thorough")
class BodyFuzzTest {

    @DictionaryEntries({
        "\"org_id\":\"acme\"",
        "\"credential_id\":\"a\"",
        "\"type\":\"azure\"",
        "\"specific\":{",
        "\"data\":{",
        "\"role\":\"arn:aws:iam::",
        "\"resources\":",
        "\"time\":\"2026-",
        ".5",
        "e-9",
        "1e400",
        "-",
        "\\ud800",
        "\\u0000",
        "null",
        "true",
        "[[[[",
        "{}",
        "~1"
    })
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "45s")
    void refusesOrUnderstandsEveryBody(byte[] body) {
        Intake.commandsOf(body);
    }

    static Stream<byte[]> seeds() {
        String odd = """
                {"\\u006frg_id":"acme","\\ud83d\\ude00":1,"a/b~c":[1,-2.5e3,true,null,{"é😀":"\\ud83d\\ude00\\n"}],"resources":1e9}""";
        return Stream.concat(RandomBody.REQUESTS.stream(), Stream.of(odd)).map(seed -> seed.getBytes(UTF_8));
    }
}
