package dev.keystead.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for any If-Match. Set the system property fuzz.seed to repeat a run. */
class IfMatchPropertyTest {
    private static final int ROUNDS = 2_000;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void readsEveryListOfVersions() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> versions = new HashSet<>();
            List<String> lines = new ArrayList<>();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                List<String> tags = new ArrayList<>();
                for (int tag = 1 + random.nextInt(4); tag > 0; tag--) {
                    long version = 1 + (random.nextLong() >>> (1 + random.nextInt(60))) % 999_999_999_999_999_999L;
                    boolean weak = random.nextInt(4) == 0;
                    tags.add((weak ? "W/" : "") + '"' + version + '"');
                    if (!weak) {
                        versions.add(version);
                    }
                }
                lines.add(String.join(random.nextBoolean() ? "," : " , ", tags));
            }

            assertThat(read(lines)).as("seed %d: %s", seed, lines).isEqualTo(List.of(Precondition.anyOf(versions)));
        }
    }

    @Test
    void refusesOrUnderstandsWhateverIfMatchItIsGiven() {
        List<String> scraps = List.of(
                "\"", "\"1\"", "W/", "*", ",", " ", "\t", "1", "0", "\\", "\u00e9", "99999999999999999999", "-1");
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder line = new StringBuilder();
            for (int count = random.nextInt(7); count > 0; count--) {
                line.append(scraps.get(random.nextInt(scraps.size())));
            }
            understood += read(List.of(line.toString())).size();
        }
        assertThat(understood).as("seed %d", seed).isBetween(1, ROUNDS - 1);
        assertThat(read(List.of("\"1\",".repeat(100_000) + "\"2\"")))
                .containsExactly(Precondition.anyOf(Set.of(1L, 2L)));
    }

    /** What the lines of If-Match say; empty if they are refused. */
    private static List<Precondition> read(List<String> lines) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                IfMatchPropertyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        Collections.enumeration("If-Match".equals(arguments[0]) ? lines : List.of()));
        Violations violations = new Violations();
        ConditionalHeaders headers = new ConditionalHeaders(request);
        headers.readAll(violations);
        try {
            violations.throwIfAny();
            return List.of(headers.precondition());
        } catch (ProblemException refusal) {
            return List.of();
        }
    }
}
