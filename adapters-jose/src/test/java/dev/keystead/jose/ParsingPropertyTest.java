package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.InvalidValueException;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for any JSON and any name of a claim. Set the system property fuzz.seed to repeat a run. */
class ParsingPropertyTest {
    private static final int ROUNDS = 2_000;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomJson json = new RandomJson(random);

    @Test
    void readsEveryTextOfAnObject() throws MalformedException {
        for (int round = 0; round < ROUNDS; round++) {
            JsonObject object = json.object(StrictJson.MAX_DEPTH);
            String text = json.text(object);

            assertThat(StrictJson.object(text.getBytes(UTF_8)))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(object);
        }
    }

    @Test
    void readsOrRefusesWhateverBytesItIsGiven() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = json.text(json.object(4)).getBytes(UTF_8);
            for (int edits = random.nextInt(3); edits > 0; edits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonObject object = StrictJson.object(bytes);
                read++;
                assertThat(StrictJson.object(json.text(object).getBytes(UTF_8)))
                        .as("seed %d", seed)
                        .isEqualTo(object);
            } catch (MalformedException refusal) {
                assertThat(refusal).as("seed %d", seed).hasMessageStartingWith("it must");
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    @Test
    void findsEveryClaimByItsPointer() {
        for (int round = 0; round < ROUNDS; round++) {
            JsonObject claims = json.object(6);
            StringBuilder pointer = new StringBuilder();
            Object value = claims;
            for (int levels = random.nextInt(6); levels > 0 && hasChildren(value); levels--) {
                Map.Entry<String, @Nullable Object> child = anyChild(value);
                pointer.append('/').append(child.getKey().replace("~", "~0").replace("/", "~1"));
                value = child.getValue();
            }

            if (!pointer.isEmpty()) {
                assertThat(ClaimPath.of(pointer.toString()).in(claims))
                        .as("seed %d: %s", seed, pointer)
                        .isEqualTo(Optional.of(new ClaimPath.Found(value)));
            }
        }
    }

    @Test
    void findsEveryClaimByItsName() {
        for (int round = 0; round < ROUNDS; round++) {
            JsonObject claims = json.object(2);
            claims.members().forEach((name, value) -> {
                if (!name.isBlank() && !name.startsWith("/")) {
                    assertThat(ClaimPath.of(name).in(claims))
                            .as("seed %d: %s", seed, name)
                            .isEqualTo(Optional.of(new ClaimPath.Found(value)));
                }
            });
        }
    }

    @Test
    void takesOrRefusesWhateverNameItIsGiven() {
        List<String> scraps = List.of("/", "~", "~0", "~1", "0", "01", "-1", "99999999999", "a", "", " ", "\ud800");
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder name = new StringBuilder();
            for (int count = random.nextInt(8); count > 0; count--) {
                name.append(scraps.get(random.nextInt(scraps.size())));
            }
            try {
                ClaimPath.of(name.toString()).in(json.object(4));
            } catch (InvalidValueException refusal) {
                assertThat(refusal).as("seed %d", seed).hasMessageStartingWith("the name of a claim");
            }
        }
        assertThat(ClaimPath.of("/a".repeat(100_000)).in(json.object(4))).isEmpty();
    }

    private static boolean hasChildren(@Nullable Object value) {
        return (value instanceof JsonObject object && !object.members().isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
    }

    private Map.Entry<String, @Nullable Object> anyChild(@Nullable Object value) {
        if (value instanceof List<?> list) {
            int index = random.nextInt(list.size());
            return new SimpleEntry<>(String.valueOf(index), list.get(index));
        }
        List<String> names = List.copyOf(((JsonObject) value).members().keySet());
        String name = names.get(random.nextInt(names.size()));
        return new SimpleEntry<>(name, ((JsonObject) value).get(name));
    }
}
