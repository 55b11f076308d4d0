package dev.keystead.example.javalinhost;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.Identity;
import dev.keystead.core.domain.Subject;
import dev.keystead.core.spi.InvalidTokenException;
import dev.keystead.core.spi.TokenVerifier;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in at this program; the token of a session is as good for Keystead's endpoints as a signed one would be. */
final class Sessions implements TokenVerifier {
    private static final int TOKEN_BYTES = 32;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    String begin(Subject subject, Grants grants) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        identities.put(text, new Identity(subject, grants));
        return text;
    }

    void end(String token) {
        identities.remove(token);
    }

    @Override
    public Identity verify(String token) {
        Identity identity = identities.get(token);
        if (identity == null) {
            throw new InvalidTokenException("there is no such session, or it has ended");
        }
        return identity;
    }
}
