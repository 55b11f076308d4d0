package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS whose form and header are in order, and whose signature is not verified yet.
 *
 * <p>The header members {@code jwk}, {@code jku}, {@code x5u} and {@code x5c} are ignored, as RFC 7515 (4.1) lets a recipient do: they
 * neither add a key nor replace one, and nothing is fetched. A token that carries them is as good as its signature by a configured key.
 * Every {@code crit} is refused, since no extension is understood.
 */
final class SignedToken {
    private static final int MAX_LENGTH = 8 * 1024;
    private static final int PARTS = 3;
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

    private final SignatureAlgorithm algorithm;
    private final @Nullable String keyId;
    private final String signingInput;
    private final String signature;
    private final byte[] payload;

    private SignedToken(JsonObject header, List<String> parts) throws MalformedException {
        this.algorithm = SignatureAlgorithm.named(header.string("alg"))
                .orElseThrow(() -> new MalformedException("its algorithm is not accepted"));
        this.keyId = header.optionalString("kid");
        this.signingInput = parts.get(0) + '.' + parts.get(1);
        this.payload = CompactForm.decode(parts.get(1));
        this.signature = parts.get(2);
        CompactForm.decode(signature);
    }

    /** Takes a token apart; anything at all may stand in it. */
    static SignedToken parse(String token) throws MalformedException {
        if (token.length() > MAX_LENGTH) {
            throw new MalformedException("it is longer than 8 KiB");
        }
        List<String> parts = CompactForm.split(token, PARTS);
        JsonObject header = StrictJson.object(CompactForm.decode(parts.get(0)));
        String type = header.optionalString("typ");
        if (type != null && TYPES.stream().noneMatch(type::equalsIgnoreCase)) {
            throw new MalformedException("its typ is not accepted");
        }
        if (header.has("crit")) {
            throw new MalformedException("it has critical extensions");
        }
        return new SignedToken(header, parts);
    }

    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The id of the key that signed it, as it says itself; null if it does not say. */
    @Nullable
    String keyId() {
        return keyId;
    }

    /** What was signed. */
    byte[] signingInput() {
        return signingInput.getBytes(US_ASCII);
    }

    /** The signature in base64url. */
    String signature() {
        return signature;
    }

    /** The claims set, to be believed only once the signature is verified. */
    JsonObject claims() throws MalformedException {
        return StrictJson.object(payload);
    }
}
