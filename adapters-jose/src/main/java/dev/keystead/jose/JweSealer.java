package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.keystead.core.domain.Fingerprint;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.SealedSecret;
import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretBinding;
import dev.keystead.core.spi.SealBrokenException;
import dev.keystead.core.spi.SecretSealer;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals a secret as a compact JWE (RFC 7516), {@code dir} with {@code A256GCM}. The header, which the encryption authenticates, names
 * the place that the secret belongs to; a value opens only if its header is, member by member, the one that sealing it for that place
 * would have made, so that there is no algorithm to choose and nothing to add.
 */
final class JweSealer implements SecretSealer {
    private static final String FINGERPRINT_LABEL = "keystead request fingerprint v1";
    private static final String ORG = "org";
    private static final String CREDENTIAL = "credential";
    private static final String MEMBER = "member";
    private static final int PARTS = 5;
    private static final int IV_LENGTH = 16; // of 96 bits in base64url
    private static final int TAG_LENGTH = 22; // of 128 bits

    private final Supplier<KeySet> keySet;
    private final Supplier<KeySet> latest;

    /**
     * Seals under keys that may change.
     *
     * @param keySet the keys
     * @param latest the keys, looked at afresh where that may help; asked when one is missed
     */
    JweSealer(Supplier<KeySet> keySet, Supplier<KeySet> latest) {
        this.keySet = keySet;
        this.latest = latest;
    }

    @Override
    public SealedSecret seal(Secret secret, SecretBinding binding) {
        SealingKey key = keySet.get().first();
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(key.id())
                .customParam(ORG, binding.org().value())
                .customParam(CREDENTIAL, binding.credential().value())
                .customParam(MEMBER, binding.member().path())
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(secret.reveal()));
        try {
            jwe.encrypt(new DirectEncrypter(key.forEncryption()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of 256 bits seals", e);
        }
        return new SealedSecret(key.id(), jwe.serialize());
    }

    @Override
    public Secret open(SealedSecret sealed, SecretBinding binding) {
        SealingKey key =
                find(sealed.keyId()).orElseThrow(() -> broken("its key is not in the key set", sealed, binding, null));
        try {
            requireForm(sealed.value(), header(key, binding));
            JWEObject jwe = JWEObject.parse(sealed.value());
            jwe.decrypt(new DirectDecrypter(key.forEncryption()));
            return Secret.of(new String(jwe.getPayload().toBytes(), UTF_8));
        } catch (MalformedException | ParseException | JOSEException | InvalidValueException e) {
            throw broken("it was altered or moved", sealed, binding, e);
        }
    }

    private static Map<String, Object> header(SealingKey key, SecretBinding binding) {
        return Map.of(
                "alg",
                "dir",
                "enc",
                "A256GCM",
                "kid",
                key.id(),
                ORG,
                binding.org().value(),
                CREDENTIAL,
                binding.credential().value(),
                MEMBER,
                binding.member().path());
    }

    private static void requireForm(String jwe, Map<String, Object> header) throws MalformedException {
        List<String> parts = CompactForm.split(jwe, PARTS);
        for (String part : parts) {
            CompactForm.decode(part);
        }
        boolean expected =
                StrictJson.object(CompactForm.decode(parts.get(0))).members().equals(header)
                        && parts.get(1).isEmpty()
                        && parts.get(2).length() == IV_LENGTH
                        && parts.get(4).length() == TAG_LENGTH;
        if (!expected) {
            throw new MalformedException("it must have the header and the parts that sealing makes");
        }
    }

    private static SealBrokenException broken(
            String why, SealedSecret sealed, SecretBinding binding, @Nullable Exception cause) {
        return new SealBrokenException(
                "the secret " + binding.member().path() + " of credential " + binding.credential() + " in "
                        + binding.org() + " under key " + sealed.keyId() + " does not open: " + why,
                cause);
    }

    @Override
    public Fingerprint fingerprint(byte[] request) {
        SealingKey key = keySet.get().first();
        return new Fingerprint(key.id(), CompactForm.encode(digest(key, request)));
    }

    @Override
    public boolean matches(Fingerprint fingerprint, byte[] request) {
        return find(fingerprint.keyId())
                .map(key -> CompactForm.encode(digest(key, request)))
                .filter(expected -> MessageDigest.isEqual(
                        expected.getBytes(UTF_8), fingerprint.value().getBytes(UTF_8)))
                .isPresent();
    }

    @Override
    public String sealingKeyId() {
        return keySet.get().first().id();
    }

    private Optional<SealingKey> find(String keyId) {
        return keySet.get().find(keyId).or(() -> latest.get().find(keyId));
    }

    private static byte[] digest(SealingKey key, byte[] request) {
        return Hkdf.hmac(key.derive(FINGERPRINT_LABEL), request);
    }
}
