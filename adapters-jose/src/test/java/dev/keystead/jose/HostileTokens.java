package dev.keystead.jose;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * The table of hostile tokens: every one is refused by who trusts the keys of {@link #keySet()} for the issuer and the audience of
 * {@link TokenBuilder}, at the time {@link #NOW}. The tests of the verifier go through it, and so do those of the server, over HTTP.
 */
public final class HostileTokens {
    /** When the good token is valid. */
    public static final Instant NOW = ManualClock.START;

    /** What the tokens hold, and no answer to them repeats; what only an attacker would write is called evil. */
    public static final List<String> UNSPEAKABLE =
            List.of("alice", "evil", "rsa-1", "rsa-2", "ec-256", "ec-384", "ec-521", "eyJ", "issuer.test");

    private static final List<HostileToken> ALL = table();

    private HostileTokens() {}

    /** The token that the others differ from, which is accepted. */
    public static String good() {
        return TokenBuilder.aToken().build();
    }

    /** The text of the key set that is trusted. */
    public static String keySet() {
        return TestKeys.jwks(TestKeys.RSA, TestKeys.OTHER_RSA, TestKeys.P256, TestKeys.P384, TestKeys.P521);
    }

    public static List<HostileToken> all() {
        return ALL;
    }

    private static List<HostileToken> table() {
        Attacks attacks = new Attacks();
        AlgorithmAttacks.addTo(attacks);
        ConfusionAttacks.addTo(attacks);
        HeaderAttacks.addTo(attacks);
        KeyAttacks.addTo(attacks);
        RsaAttacks.addTo(attacks);
        EllipticCurveAttacks.addTo(attacks);
        EncryptionAttacks.addTo(attacks);
        FormAttacks.addTo(attacks);
        EncodingAttacks.addTo(attacks);
        JsonAttacks.addTo(attacks);
        JsonTextAttacks.addTo(attacks);
        ClaimAttacks.addTo(attacks);
        return attacks.all();
    }

    /** Tokens that would be good if the keys, which the trap gives to everybody who asks, were fetched from it. */
    public static List<HostileToken> leadingTo(URI trap) {
        Attacks attacks = new Attacks();
        AddressAttacks.addTo(attacks, trap);
        return attacks.all();
    }
}
