package dev.keystead.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Issues tokens for development and tests, signed with ES256. A real deployment has an identity provider and never needs this. Immutable,
 * safe for use by many threads; nothing that it prints or throws holds key material.
 */
public final class TokenIssuer {
    private final ECKey key;
    private final Clock clock;

    private TokenIssuer(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** An issuer with a new key and the system's clock. */
    public static TokenIssuer generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new TokenIssuer(key, Clock.systemUTC());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /**
     * Reads the key that {@link #writeTo} wrote.
     *
     * @throws InvalidValueException if the file cannot be read, is open to others, or is not a private JWK Set of one key for ES256
     */
    public static TokenIssuer read(Path file) {
        byte[] content = PrivateFiles.read(file);
        try {
            int size = JwkSets.keysOf(content).size();
            List<JWK> keys = JWKSet.parse(new String(content, UTF_8)).getKeys(); // without those that it does not know
            if (size == 1 && keys.size() == 1 && keys.get(0) instanceof ECKey key) {
                return new TokenIssuer(forSigning(key), Clock.systemUTC());
            }
        } catch (InvalidValueException | ParseException e) {
            // refused below; the parser's words could repeat what stands in the file
        }
        throw new InvalidValueException(file + " is not a private JWK Set of one key for ES256");
    }

    private static ECKey forSigning(ECKey key) {
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
            throw new InvalidValueException("not a private key on P-256 with a kid");
        }
        return key;
    }

    /** The same issuer with another clock. */
    public TokenIssuer withClock(Clock other) {
        return new TokenIssuer(key, other);
    }

    /**
     * Writes the private key to a new file that only its owner can read (0600), whole or not at all.
     *
     * @throws InvalidValueException if the file exists
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void writeTo(Path file) {
        PrivateFiles.create(file, new JWKSet(key).toString(false).getBytes(UTF_8));
    }

    /**
     * Writes the JWK Set that verifies the tokens, in the place of a file that may be there. Readers see the old file or the new one.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void writePublicKeysTo(Path file) {
        PrivateFiles.replace(file, new JWKSet(key).toString(true).getBytes(UTF_8));
    }

    /** Issues a token, valid from now on. */
    public String issue(TokenRequest request) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(request.issuer())
                .audience(request.audience())
                .subject(request.subject().value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(request.ttl())))
                .claim("orgs", orgs(request.grants()))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a private key on P-256 signs", e);
        }
        return token.serialize();
    }

    private static Map<String, List<String>> orgs(Map<OrgId, Set<Role>> grants) {
        return grants.entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().stream()
                                .map(Role::roleName)
                                .sorted()
                                .toList()));
    }

    @Override
    public String toString() {
        return "TokenIssuer[" + key.getKeyID() + "]";
    }
}
