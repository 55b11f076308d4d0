package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any secret, place and key. Set the system property fuzz.seed to repeat a run. */
class SealingPropertyTest {
    private static final int LONGEST_SECRET = 256;
    private static final int ROUNDS = 200;
    private static final List<Member> MEMBERS = List.of(Member.values());
    private static final String WORD = "abcXYZ019-";

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final byte[] key = randomBytes(32);
    private final SecretSealer sealer = sealer("k1", key);

    @Test
    void opensASecretOfEveryLength() {
        for (int length = 1; length <= LONGEST_SECRET; length++) {
            Secret secret = secret(length);
            SecretBinding place = place();

            assertThat(sealer.open(sealer.seal(secret, place), place).reveal())
                    .as("seed %d", seed)
                    .isEqualTo(secret.reveal());
        }
    }

    @Test
    void refusesEveryFlippedBitOfEveryPart() throws MalformedException {
        SecretBinding place = place();
        String sealed =
                sealer.seal(secret(1 + random.nextInt(LONGEST_SECRET)), place).value();
        List<String> parts = CompactForm.split(sealed, 5);
        int flipped = 0;

        for (int part = 0; part < parts.size(); part++) {
            int bits = CompactForm.decode(parts.get(part)).length * 8;
            for (int bit = 0; bit < bits; bit++, flipped++) {
                assertThat(opens(withBitFlipped(parts, part, bit), place))
                        .as("seed %d: bit %d of part %d", seed, bit, part)
                        .isFalse();
            }
        }

        assertThat(flipped).isGreaterThan(8 * (96 + 12 + 1 + 16));
    }

    @Test
    void refusesFlippedBitsOfManyValues() throws MalformedException {
        for (int round = 0; round < ROUNDS; round++) {
            SecretBinding place = place();
            List<String> parts = CompactForm.split(
                    sealer.seal(secret(1 + random.nextInt(LONGEST_SECRET)), place)
                            .value(),
                    5);
            for (int part : new int[] {0, 2, 3, 4}) {
                int bit = random.nextInt(CompactForm.decode(parts.get(part)).length * 8);

                assertThat(opens(withBitFlipped(parts, part, bit), place))
                        .as("seed %d: bit %d of part %d", seed, bit, part)
                        .isFalse();
            }
        }
    }

    @Test
    void opensInNoOtherRow() {
        for (int round = 0; round < ROUNDS; round++) {
            SecretBinding place = place();
            String sealed = sealer.seal(secret(20), place).value();

            assertThat(opens(sealed, place)).as("seed %d", seed).isTrue();
            for (SecretBinding other : otherPlaces(place)) {
                assertThat(opens(sealed, other))
                        .as("seed %d: %s in %s", seed, place, other)
                        .isFalse();
            }
        }
    }

    @Test
    void opensInNoOtherRowWithPartsOfBoth() throws MalformedException {
        for (int round = 0; round < ROUNDS; round++) {
            SecretBinding here = place();
            SecretBinding there = otherPlaces(here).get(random.nextInt(5));
            List<String> parts = CompactForm.split(sealer.seal(secret(20), here).value(), 5);
            List<String> moved = new ArrayList<>(
                    CompactForm.split(sealer.seal(secret(20), there).value(), 5));
            for (int part = 1 + random.nextInt(4); part < 5; part++) {
                moved.set(part, parts.get(part));
            }

            assertThat(opens(String.join(".", moved), there))
                    .as("seed %d: %s in %s", seed, here, there)
                    .isFalse();
        }
    }

    @Test
    void opensUnderNoOtherKey() {
        for (int round = 0; round < ROUNDS; round++) {
            SecretBinding place = place();
            SealedSecret sealed = sealer.seal(secret(20), place);
            byte[] near = key.clone();
            near[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));

            assertThat(opens(sealer("k1", near), sealed, place))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(opens(sealer("k1", randomBytes(32)), sealed, place))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(opens(sealer("k2", key), sealed, place))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(opens(sealer("k2", key), new SealedSecret("k2", sealed.value()), place))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    /** Places that differ in one thing each, and one whose names only put together are the same. */
    private List<SecretBinding> otherPlaces(SecretBinding place) {
        String org = place.org().value();
        String credential = place.credential().value();
        Member member = place.member() == Member.KEY ? Member.NAME : Member.KEY;
        return List.of(
                new SecretBinding(new OrgId(word(20)), place.credential(), place.member()),
                new SecretBinding(new OrgId(org + "-"), place.credential(), place.member()),
                new SecretBinding(place.org(), new CredentialId(word(20)), place.member()),
                new SecretBinding(place.org(), place.credential(), member),
                new SecretBinding(
                        new OrgId(org + credential.charAt(0)),
                        new CredentialId(credential.substring(1)),
                        place.member()));
    }

    private SecretBinding place() {
        Member member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        return new SecretBinding(
                new OrgId(word(1 + random.nextInt(100))), new CredentialId(word(2 + random.nextInt(60))), member);
    }

    private Secret secret(int length) {
        return Secret.of(random.ints(length, 0x21, 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private String word(int length) {
        return random.ints(length, 0, WORD.length())
                .collect(StringBuilder::new, (text, i) -> text.append(WORD.charAt(i)), StringBuilder::append)
                .toString();
    }

    private boolean opens(String value, SecretBinding place) {
        return opens(sealer, new SealedSecret("k1", value), place);
    }

    private static boolean opens(SecretSealer by, SealedSecret sealed, SecretBinding place) {
        try {
            by.open(sealed, place);
            return true;
        } catch (SealBrokenException e) {
            return false;
        }
    }

    private static String withBitFlipped(List<String> parts, int part, int bit) throws MalformedException {
        byte[] bytes = CompactForm.decode(parts.get(part));
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        List<String> flipped = new ArrayList<>(parts);
        flipped.set(part, CompactForm.encode(bytes));
        return String.join(".", flipped);
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static SecretSealer sealer(String id, byte[] key) {
        String jwk = "{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"k\":\"" + CompactForm.encode(key) + "\"}";
        return Jose.sealer(KeySet.parse(TestKeys.set(jwk).getBytes(UTF_8)));
    }
}
