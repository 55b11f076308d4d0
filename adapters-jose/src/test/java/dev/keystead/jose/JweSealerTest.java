package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.keystead.core.domain.CredentialId;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.Member;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class JweSealerTest {
    private static final SecretBinding PLACE =
            new SecretBinding(new OrgId("acme"), new CredentialId("0199-a"), Member.KEY);
    private static final Secret SECRET = Secret.of("hunter2-hunter2");
    private static final String KEY_1 = "{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"" + "A".repeat(43) + "\"}";
    private static final String KEY_2 = "{\"kty\":\"oct\",\"kid\":\"k2\",\"k\":\"" + "B".repeat(42) + "A\"}";

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final KeySet keySet = keySet(KEY_1);
    private final SecretSealer sealer = Jose.sealer(keySet);

    @Test
    void opensWhatItSealed() {
        for (int round = 0; round < 200; round++) {
            Secret secret = randomSecret();
            SecretBinding place = randomPlace();

            assertThat(sealer.open(sealer.seal(secret, place), place).reveal())
                    .as("seed %d", seed)
                    .isEqualTo(secret.reveal());
        }
    }

    @Test
    void sealsInTheDocumentedForm() throws Exception {
        SealedSecret sealed = sealer.seal(SECRET, PLACE);
        List<String> parts = CompactForm.split(sealed.value(), 5);

        assertThat(sealed.keyId()).isEqualTo("k1");
        assertThat(StrictJson.object(CompactForm.decode(parts.get(0))).members())
                .containsOnly(
                        Map.entry("alg", "dir"),
                        Map.entry("enc", "A256GCM"),
                        Map.entry("kid", "k1"),
                        Map.entry("org", "acme"),
                        Map.entry("credential", "0199-a"),
                        Map.entry("member", "specific.key"));
        assertThat(parts.get(1)).isEmpty();
    }

    @Test
    void sealsOneSecretDifferentlyEveryTime() {
        Set<String> values = new HashSet<>();
        for (int round = 0; round < 100; round++) {
            values.add(sealer.seal(SECRET, PLACE).value());
        }

        assertThat(values).hasSize(100);
    }

    @Test
    void showsNothingOfTheSecret() {
        SealedSecret sealed = sealer.seal(SECRET, PLACE);

        assertThat(sealed.value())
                .doesNotContain(
                        SECRET.reveal(), CompactForm.encode(SECRET.reveal().getBytes(UTF_8)));
    }

    @Test
    void refusesEveryFlippedBit() {
        SecretBinding place = randomPlace();
        String sealed = sealer.seal(randomSecret(), place).value();
        List<String> opened = new ArrayList<>();

        for (int at = 0; at < sealed.length(); at++) {
            for (int bit = 0; bit < 8; bit++) {
                String flipped = withCharacter(sealed, at, (char) (sealed.charAt(at) ^ 1 << bit));
                if (opens(flipped, place)) {
                    opened.add(flipped);
                }
            }
        }

        assertThat(opened).as("seed %d", seed).isEmpty();
    }

    @Test
    void refusesEveryOtherCharacterOfTheAlphabetAtTheEndOfAPart() {
        String sealed = sealer.seal(SECRET, PLACE).value();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        List<String> opened = new ArrayList<>();

        for (int at = 0; at < sealed.length(); at++) {
            boolean endsAPart = at + 1 == sealed.length() || sealed.charAt(at + 1) == '.';
            for (int i = 0; endsAPart && i < alphabet.length(); i++) {
                String other = withCharacter(sealed, at, alphabet.charAt(i));
                if (!other.equals(sealed) && opens(other, PLACE)) {
                    opened.add(other);
                }
            }
        }

        assertThat(opened).isEmpty();
    }

    @Test
    void refusesEveryTruncationAndExtension() {
        String sealed = sealer.seal(SECRET, PLACE).value();

        for (int length = 1; length < sealed.length(); length++) {
            assertBroken(sealed.substring(0, length), PLACE);
        }
        for (String more : List.of("A", "AAAA", ".", ".AAAA", "=", "==", "\n", " ")) {
            assertBroken(sealed + more, PLACE);
            assertBroken(more + sealed, PLACE);
        }
    }

    @Test
    void refusesPartsOfOtherValues() throws MalformedException {
        List<String> one = CompactForm.split(sealer.seal(SECRET, PLACE).value(), 5);
        List<String> two = CompactForm.split(sealer.seal(SECRET, PLACE).value(), 5);

        for (int part = 2; part < 5; part++) {
            List<String> mixed = new ArrayList<>(one);
            mixed.set(part, two.get(part));
            assertBroken(String.join(".", mixed), PLACE);
        }
    }

    @Test
    void refusesShorterAndEmptyParts() throws MalformedException {
        List<String> parts = CompactForm.split(sealer.seal(SECRET, PLACE).value(), 5);

        for (int part = 0; part < 5; part++) {
            for (String other : List.of("", "AAAA", parts.get(part) + "AAAA")) {
                List<String> changed = new ArrayList<>(parts);
                changed.set(part, other);
                if (!changed.equals(parts)) {
                    assertBroken(String.join(".", changed), PLACE);
                }
            }
        }
    }

    @Test
    void opensInNoOtherPlace() {
        SealedSecret sealed = sealer.seal(SECRET, PLACE);
        List<SecretBinding> others = List.of(
                new SecretBinding(new OrgId("globex"), PLACE.credential(), PLACE.member()),
                new SecretBinding(new OrgId("Acme"), PLACE.credential(), PLACE.member()),
                new SecretBinding(PLACE.org(), new CredentialId("0199-b"), PLACE.member()),
                new SecretBinding(PLACE.org(), PLACE.credential(), Member.CLIENT_ID));

        for (SecretBinding other : others) {
            assertThatThrownBy(() -> sealer.open(sealed, other))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessage(
                            "the secret %s of credential %s in %s under key k1 does not open: it was altered or moved",
                            other.member().path(), other.credential(), other.org());
        }
    }

    @Test
    void opensUnderNoOtherKeySet() {
        SealedSecret sealed = sealer.seal(SECRET, PLACE);
        SecretSealer sameId = Jose.sealer(keySet(KEY_2.replace("k2", "k1")));
        SecretSealer otherId = Jose.sealer(keySet(KEY_2));

        assertThatThrownBy(() -> sameId.open(sealed, PLACE))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageEndingWith("under key k1 does not open: it was altered or moved");
        assertThatThrownBy(() -> otherId.open(sealed, PLACE))
                .isInstanceOf(SealBrokenException.class)
                .hasMessage("the secret specific.key of credential 0199-a in acme under key k1 does not open:"
                        + " its key is not in the key set");
    }

    @Test
    void opensUnderEveryKeyOfTheSetAndSealsUnderTheFirst() {
        SealedSecret old = sealer.seal(SECRET, PLACE);
        SecretSealer rotated = Jose.sealer(keySet(KEY_2, KEY_1));

        assertThat(rotated.open(old, PLACE)).isEqualTo(SECRET);
        assertThat(rotated.seal(SECRET, PLACE).keyId()).isEqualTo("k2");
    }

    @Test
    void refusesAKeyIdThatIsNotTheValuesOwn() {
        SecretSealer both = Jose.sealer(keySet(KEY_1, KEY_2));
        SealedSecret relabelled =
                new SealedSecret("k2", both.seal(SECRET, PLACE).value());

        assertThatThrownBy(() -> both.open(relabelled, PLACE)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void refusesOtherHeadersEvenIfTheKeyMadeThem() throws JOSEException {
        assertThat(open(forge(header -> header))).isEqualTo(SECRET);

        assertBroken(forge(header -> header.compressionAlgorithm(CompressionAlgorithm.DEF)), PLACE);
        assertBroken(forge(header -> header.customParam("x", "y")), PLACE);
        assertBroken(forge(header -> header.type(JOSEObjectType.JOSE)), PLACE);
        assertBroken(forge(header -> header.criticalParams(Set.of("org"))), PLACE);
        assertBroken(forge(header -> header.customParam("org", null)), PLACE);
        assertBroken(forge(header -> header.keyID(null)), PLACE);
        assertBroken(forge(header -> header.contentType("text")), PLACE);
    }

    @Test
    void refusesAContentThatIsNoSecret() throws JOSEException {
        assertBroken(forge(header -> header, ""), PLACE);
        assertBroken(forge(header -> header, "two words"), PLACE);
        assertBroken(forge(header -> header, "********"), PLACE);
    }

    @Test
    void matchesTheFingerprintOfTheSameRequestOnly() {
        Fingerprint fingerprint = sealer.fingerprint(bytes("request"));

        assertThat(fingerprint.keyId()).isEqualTo("k1");
        assertThat(sealer.fingerprint(bytes("request"))).isEqualTo(fingerprint);
        assertThat(sealer.matches(fingerprint, bytes("request"))).isTrue();
        assertThat(sealer.matches(fingerprint, bytes("Request"))).isFalse();
        assertThat(sealer.matches(fingerprint, bytes(""))).isFalse();
        assertThat(sealer.matches(new Fingerprint("k1", fingerprint.value() + "A"), bytes("request")))
                .isFalse();
        assertThat(sealer.matches(new Fingerprint("k1", "é"), bytes("request"))).isFalse();
    }

    @Test
    void matchesFingerprintsUnderEveryKeyOfTheSetAndNoOther() {
        Fingerprint old = sealer.fingerprint(bytes("request"));
        SecretSealer rotated = Jose.sealer(keySet(KEY_2, KEY_1));

        assertThat(rotated.matches(old, bytes("request"))).isTrue();
        assertThat(rotated.fingerprint(bytes("request")).keyId()).isEqualTo("k2");
        assertThat(rotated.fingerprint(bytes("request")).value()).isNotEqualTo(old.value());
        assertThat(Jose.sealer(keySet(KEY_2)).matches(old, bytes("request"))).isFalse();
        assertThat(rotated.matches(new Fingerprint("k2", old.value()), bytes("request")))
                .isFalse();
    }

    @Test
    void fingerprintsWithAKeyThatSealsNothing() {
        byte[] sealingKey = keySet.first().forEncryption().getEncoded();
        byte[] request = bytes("request");

        byte[] underTheSealingKey = Hkdf.hmac(new SecretKeySpec(sealingKey, Hkdf.HMAC), request);

        assertThat(sealer.fingerprint(request).value())
                .isNotEqualTo(CompactForm.encode(underTheSealingKey))
                .hasSize(43);
    }

    private void assertBroken(String value, SecretBinding place) {
        assertThatThrownBy(() -> sealer.open(new SealedSecret("k1", value), place))
                .as("seed %d: %s", seed, value)
                .isInstanceOf(SealBrokenException.class)
                .hasMessageEndingWith("under key k1 does not open: it was altered or moved");
    }

    private boolean opens(String value, SecretBinding place) {
        try {
            sealer.open(new SealedSecret("k1", value), place);
            return true;
        } catch (SealBrokenException e) {
            return false;
        }
    }

    private static String withCharacter(String text, int at, char c) {
        return text.substring(0, at) + c + text.substring(at + 1);
    }

    private Secret open(String value) {
        return sealer.open(new SealedSecret("k1", value), PLACE);
    }

    private String forge(UnaryOperator<JWEHeader.Builder> change) throws JOSEException {
        return forge(change, SECRET.reveal());
    }

    /** A value sealed with the right key under a header of one's own. */
    private String forge(UnaryOperator<JWEHeader.Builder> change, String content) throws JOSEException {
        JWEHeader.Builder header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID("k1")
                .customParam("org", "acme")
                .customParam("credential", "0199-a")
                .customParam("member", "specific.key");
        JWEObject jwe = new JWEObject(change.apply(header).build(), new Payload(content));
        jwe.encrypt(new DirectEncrypter(keySet.first().forEncryption()));
        return jwe.serialize();
    }

    private Secret randomSecret() {
        return Secret.of("s"
                + random.ints(random.nextInt(255), 0x21, 0x7F)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private SecretBinding randomPlace() {
        return new SecretBinding(
                new OrgId("org." + random.nextInt(1000)),
                new CredentialId("0199-" + random.nextInt(1000)),
                List.of(Member.values()).get(random.nextInt(Member.values().length)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static KeySet keySet(String... jwks) {
        return KeySet.parse(TestKeys.set(jwks).getBytes(UTF_8));
    }
}
