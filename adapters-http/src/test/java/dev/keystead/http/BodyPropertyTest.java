package dev.keystead.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for any body. Set the system property fuzz.seed to repeat a run. */
class BodyPropertyTest {
    private static final int ROUNDS = 500;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomBody bodies = new RandomBody(random);

    @Test
    void readsEveryTextOfAnObject() {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode body = bodies.any(Json.MAX_DEPTH);
            String text = text(body);

            assertThat(RequestBody.parse(text.getBytes(UTF_8)))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(body);
        }
    }

    @Test
    void refusesOrUnderstandsWhateverBodyItIsGiven() {
        int commands = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = text(bodies.likeARequest()).getBytes(UTF_8);
            for (int edits = random.nextInt(4) - 1; edits > 0; edits--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            try {
                commands += Intake.commandsOf(body);
            } catch (RuntimeException failure) {
                throw new AssertionError("fails with seed " + seed + ": " + new String(body, UTF_8), failure);
            }
        }
        assertThat(commands).as("seed %d", seed).isPositive();
    }

    @Test
    void notesEveryMemberThatIsNoStringOrWasNotAskedFor() {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode body = bodies.any(2);
            Violations violations = new Violations();
            MemberReader members = MemberReader.of(body, violations);
            Set<String> wrong = new HashSet<>();

            for (Map.Entry<String, JsonNode> member : body.properties()) {
                boolean asked = random.nextBoolean();
                String read = asked ? members.optional(member.getKey()) : null;
                if (asked && member.getValue().isString()) {
                    assertThat(read).isEqualTo(member.getValue().stringValue());
                } else {
                    wrong.add('/' + member.getKey().replace("~", "~0").replace("/", "~1"));
                }
            }
            members.end();

            assertThat(violations.asException().problem().violations())
                    .as("seed %d", seed)
                    .extracting(Problem.Violation::pointer)
                    .containsExactlyInAnyOrderElementsOf(wrong);
        }
    }

    private String text(ObjectNode body) {
        return (random.nextBoolean() ? Json.WRITER : Json.WRITER.withDefaultPrettyPrinter())
                .with(
                        random.nextBoolean()
                                ? JsonWriteFeature.ESCAPE_NON_ASCII
                                : JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .writeValueAsString(body);
    }
}
