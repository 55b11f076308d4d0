package dev.keystead.core.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any cursor. Set the system property fuzz.seed to repeat a run. */
class CursorPropertyTest {
    private static final int ROUNDS = 10_000;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void readsEveryCursorThatItWrote() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> scope = new ArrayList<>(List.of(line()));
            for (int count = random.nextInt(4); count > 0; count--) {
                scope.add(line());
            }
            String position = line();

            Cursor read = Cursor.of(Cursor.after(scope, position).value());

            assertThat(read.positionIn(scope)).as("seed %d: %s", seed, scope).contains(position);
            assertThat(read.positionIn(changed(scope)))
                    .as("seed %d: %s", seed, scope)
                    .isEmpty();
        }
    }

    @Test
    void refusesOrReadsBackWhateverBytesItIsGiven() {
        byte[] written = "1\nid-7\ncredentials\nacme\n\n".getBytes(UTF_8);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = written.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            read += readOrRefuse(Base64.getUrlEncoder().withoutPadding().encodeToString(mutant));
        }
        assertThat(read).as("seed %d", seed).isBetween(1, ROUNDS - 1);
    }

    @Test
    void refusesOrReadsBackWhateverTextItIsGiven() {
        String written =
                Cursor.after(List.of("credentials", "acme", "", ""), "id-7").value();
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(written);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int from = random.nextInt(text.length());
                text.replace(
                        from,
                        Math.min(text.length(), from + random.nextInt(3)),
                        random.nextInt(3) == 0 ? "" : character());
            }
            readOrRefuse(text.toString());
        }
    }

    /** 1 if it is read, and then written back as it was; 0 if it is refused. */
    private int readOrRefuse(String text) {
        try {
            assertThat(Cursor.of(text).value()).as("seed %d", seed).isEqualTo(text);
            return 1;
        } catch (InvalidValueException refusal) {
            assertThat(refusal).as("seed %d", seed).hasMessage("must be a next_cursor of this list");
            return 0;
        }
    }

    private List<String> changed(List<String> scope) {
        List<String> changed = new ArrayList<>(scope);
        int at = random.nextInt(scope.size());
        if (random.nextBoolean()) {
            changed.set(at, scope.get(at) + 'x');
        } else {
            changed.add(at, "");
        }
        return changed;
    }

    /** Any text that a cursor can hold: without line ends and unpaired surrogates. */
    private String line() {
        return random.ints(random.nextInt(20), ' ', random.nextBoolean() ? 0x7F : Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String character() {
        return Character.toString(random.nextInt(4) == 0 ? random.nextInt(0x300) : random.nextInt('!', 0x7F));
    }
}
