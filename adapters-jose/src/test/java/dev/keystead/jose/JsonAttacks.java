package dev.keystead.jose;

import static dev.keystead.jose.TokenBuilder.aToken;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** Well-signed tokens whose header or claims have a member that is no JSON, or that two readers would not read alike (RFC 7493). */
final class JsonAttacks {
    static final String HEADER = aToken().headerJson();
    static final String CLAIMS = aToken().payloadJson();

    /** Members that make an object of JSON a bad one. */
    private static final Map<String, List<String>> BAD_MEMBERS = Map.of(
            "duplicate names",
            List.of(
                    "'x':1,'x':1",
                    "'x':1,'\\u0078':2",
                    "'x':null,'x':null",
                    "'x':{'a':1,'a':1}",
                    "'x':[[{'a':1,'b':{},'a':2}]]",
                    "'x':" + "{'x':".repeat(14) + "{'a':1,'a':1}" + "}".repeat(14)),
            "deep nesting",
            List.of(
                    "'x':" + "[".repeat(16) + "]".repeat(16),
                    "'x':" + "{'x':".repeat(15) + "{}" + "}".repeat(15),
                    "'x':" + "[{'x':".repeat(8) + "1" + "}]".repeat(8),
                    "'x':" + "[".repeat(2_500) + "]".repeat(2_500),
                    "'x':" + "[".repeat(5_000),
                    "'x':" + "{'x':".repeat(1_000)),
            "numbers",
            List.of(
                    "'x':1e400",
                    "'x':-1e400",
                    "'x':1e999999999999",
                    "'x':" + "9".repeat(400),
                    "'x':NaN",
                    "'x':Infinity",
                    "'x':-Infinity",
                    "'x':01",
                    "'x':-01",
                    "'x':+1",
                    "'x':.5",
                    "'x':1.",
                    "'x':1e",
                    "'x':1e+",
                    "'x':-",
                    "'x':--1",
                    "'x':0x1F",
                    "'x':1_0",
                    "'x':1e5.5",
                    "'x':\u0661"),
            "strings",
            List.of(
                    "'x':'\\ud800'",
                    "'x':'\\udc00\\ud800'",
                    "'\\udfff':1",
                    "'x':'\\x41'",
                    "'x':'\\u12'",
                    "'x':'\\u\u0661\u0662\u0663\u0664'",
                    "'x':'\t'",
                    "'x':'\n'",
                    "'x':'\u0000'",
                    "'x':'\\"),
            "syntax",
            List.of(
                    "",
                    "x:1",
                    "'x'",
                    "'x':",
                    "'x' 1",
                    "'x'=1",
                    "'x':1 'y':2",
                    "'x':1;'y':2",
                    ",'x':1",
                    "'x':1,",
                    "'x':[1,]",
                    "'x':[1 2]",
                    "'x':[1}",
                    "'x':tru",
                    "'x':True",
                    "'x':undefined",
                    "'x':1/**/",
                    "'x':1//",
                    "'x':\u00a01",
                    "1:1",
                    "null:1",
                    "'x':{"));

    private JsonAttacks() {}

    static void addTo(Attacks attacks) {
        BAD_MEMBERS.forEach((kind, members) -> {
            for (int i = 0; i < members.size(); i++) {
                String member = ',' + members.get(i).replace('\'', '"') + '}';
                String name = kind + " " + (i + 1);
                attacks.add(name + " in the header", signed(HEADER.replace("}", member), CLAIMS));
                attacks.add(name + " in the claims", signed(HEADER, CLAIMS.replace("}", member)));
            }
        });
        addRepeatedClaims(attacks);
    }

    /** One reader keeps the first, another the last. */
    private static void addRepeatedClaims(Attacks attacks) {
        for (String member :
                List.of("\"alg\":\"none\"", "\"alg\":\"HS256\"", "\"alg\":\"RS256\"", "\"kid\":\"evil\"")) {
            attacks.add(
                    "before the others in the header: " + member,
                    signed(HEADER.replace("{", '{' + member + ','), CLAIMS));
            attacks.add(
                    "behind the others in the header: " + member,
                    signed(HEADER.replace("}", ',' + member + '}'), CLAIMS));
        }
        for (String member : List.of(
                "\"sub\":\"evil\"",
                "\"sub\":\"alice\"",
                "\"iss\":\"evil\"",
                "\"aud\":[]",
                "\"exp\":9999999999",
                "\"\\u0073ub\":\"evil\"",
                "\"orgs\":{\"acme\":\"viewer\",\"acme\":\"owner\"}")) {
            attacks.add("before the other claims: " + member, signed(HEADER, CLAIMS.replace("{", '{' + member + ',')));
            attacks.add("behind the other claims: " + member, signed(HEADER, CLAIMS.replace("}", ',' + member + '}')));
        }
    }

    static String signed(String header, String claims) {
        return signed(header.getBytes(UTF_8), claims.getBytes(UTF_8));
    }

    static String signed(byte[] header, byte[] claims) {
        return aToken().sign(CompactForm.encode(header) + '.' + CompactForm.encode(claims));
    }
}
