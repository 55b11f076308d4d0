package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any query. Set the system property fuzz.seed to repeat a run. */
class QueryPropertyTest {
    private static final int ROUNDS = 2_000;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomBody bodies = new RandomBody(random);

    @Test
    void readsEveryTextOfAQuery() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> parameters = new LinkedHashMap<>();
            List<String> pairs = new ArrayList<>();
            for (int count = random.nextInt(6); count > 0; count--) {
                if (parameters.put("p" + count, bodies.text()) == null) {
                    pairs.add(encoded("p" + count) + '=' + encoded(parameters.get("p" + count)));
                }
            }
            Violations violations = new Violations();

            QueryReader query = QueryReader.of(String.join("&", pairs), violations);

            parameters.forEach((name, value) -> assertThat(query.required(name))
                    .as("seed %d: %s", seed, pairs)
                    .isEqualTo(value));
            query.end();
            violations.throwIfAny();
        }
    }

    @Test
    void refusesOrUnderstandsWhateverQueryItIsGiven() {
        List<String> scraps = List.of(
                "org_id",
                "type",
                "cursor",
                "limit",
                "name_prefix",
                "credential_id",
                "=",
                "&",
                "acme",
                "aws",
                "7",
                "%",
                "%41",
                "%ff",
                "%c3%a9",
                "%00",
                "+",
                "MQ",
                "é",
                "\ud800");
        int lists = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder query = new StringBuilder(random.nextBoolean() ? "org_id=acme&" : "");
            for (int count = random.nextInt(8); count > 0; count--) {
                query.append(scraps.get(random.nextInt(scraps.size())));
            }
            try {
                lists += Intake.listsOf(query.toString());
            } catch (RuntimeException failure) {
                throw new AssertionError("fails with seed " + seed + ": " + query, failure);
            }
        }
        assertThat(lists).as("seed %d", seed).isPositive();
    }

    /** The text with some of the characters that need no percent-encoding encoded too. */
    private String encoded(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.matches("[a-z0-9]") && random.nextBoolean()
                        ? "%%%02x".formatted((int) c.charAt(0))
                        : URLEncoder.encode(c, UTF_8))
                .reduce("", String::concat);
    }
}
