package dev.keystead.app.wiring;

import dev.keystead.app.config.AuthOptions;
import dev.keystead.app.config.ConfigurationException;
import dev.keystead.app.config.ServerConfig;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySetFile;
import dev.keystead.jose.TokenConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys that a server starts with.
 *
 * @param secrets those that seal
 * @param tokens those of the issuer
 */
record Keys(KeySetFile secrets, TokenVerifier tokens) {
    private static final String CLAIM_OPTIONS = "auth-orgs-claim, auth-org-claim or auth-role-claim";

    /**
     * Reads both.
     *
     * @param resources gets what must be closed in the end, at once
     * @throws ConfigurationException with what is wrong with each of them
     */
    static Keys read(ServerConfig config, Clock clock, Resources resources) {
        List<String> problems = new ArrayList<>();
        Optional<KeySetFile> secrets = read("secrets-keyset", problems, () -> KeySetFile.open(config.keySet(), clock));
        Optional<TokenVerifier> tokens = read(CLAIM_OPTIONS, problems, () -> claimNames(config.auth()))
                .flatMap(claims -> read(
                        "auth-jwks", problems, () -> Jose.tokenVerifier(tokenConfig(config.auth(), claims), clock)));
        tokens.ifPresent(resources::addIfCloseable);
        return new Keys(
                secrets.orElseThrow(() -> new ConfigurationException(problems)),
                tokens.orElseThrow(() -> new ConfigurationException(problems)));
    }

    private static <T> Optional<T> read(String option, List<String> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidValueException wrong) {
            problems.add(option + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private static ClaimNames claimNames(AuthOptions auth) {
        return new ClaimNames(auth.orgsClaim(), auth.orgClaim(), auth.roleClaim());
    }

    private static TokenConfig tokenConfig(AuthOptions auth, ClaimNames claims) {
        return new TokenConfig(auth.issuer(), auth.audience(), auth.keys(), claims);
    }
}
