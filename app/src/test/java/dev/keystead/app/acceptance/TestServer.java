package dev.keystead.app.acceptance;

import dev.keystead.core.Keystead;
import dev.keystead.core.domain.AwsAccountId;
import dev.keystead.core.domain.PlatformAccounts;
import dev.keystead.core.domain.PlatformServiceAccount;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.http.HttpLimits;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySet;
import dev.keystead.jose.TokenConfig;
import dev.keystead.jose.TokenKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A whole server on a free port of this machine. All servers seal under one key set and trust one signer, as after a restart. */
final class TestServer implements AutoCloseable {
    static final String AWS_ACCOUNT = "210987654321";
    static final String GCP_SERVICE_ACCOUNT = "worker@platform-1.iam.gserviceaccount.com";
    static final TokenSigner SIGNER = new TokenSigner();

    private static final KeySet KEY_SET = KeySet.generate();

    private final Storage storage;
    private final TestClock clock;
    private final Serving http;

    private TestServer(Storage storage, TestClock clock, Serving http) {
        this.storage = storage;
        this.clock = clock;
        this.http = http;
    }

    /** Starts a server with real tokens over the storage, which it migrates and closes. */
    static TestServer over(Storage storage, Path folder) {
        return over(storage, verifier(SIGNER.writeKeysTo(folder.resolve("jwks.json")), ClaimNames.DEFAULT));
    }

    /** Starts a server over the storage, which it migrates and closes. */
    static TestServer over(Storage storage, TokenVerifier tokens) {
        return over(storage, tokens, platform(AWS_ACCOUNT, GCP_SERVICE_ACCOUNT));
    }

    /** Starts a server of a platform with these accounts. */
    static TestServer over(Storage storage, TokenVerifier tokens, PlatformAccounts platform) {
        return over(storage, tokens, platform, HttpLimits.DEFAULT);
    }

    /** Starts a server over the storage that bears so much and no more. */
    static TestServer over(Storage storage, Path folder, HttpLimits limits) {
        return over(
                storage,
                verifier(SIGNER.writeKeysTo(folder.resolve("jwks.json")), ClaimNames.DEFAULT),
                platform(AWS_ACCOUNT, GCP_SERVICE_ACCOUNT),
                limits);
    }

    private static TestServer over(
            Storage storage, TokenVerifier tokens, PlatformAccounts platform, HttpLimits limits) {
        storage.migrate();
        TestClock clock = new TestClock();
        Keystead keystead = Keystead.builder()
                .repository(storage.repository())
                .sealer(Jose.sealer(KEY_SET))
                .platform(platform)
                .clock(clock)
                .build();
        Serving http = Serving.start(limits, keystead.useCases(), tokens, clock);
        return new TestServer(storage, clock, http);
    }

    /** The accounts of a platform. */
    static PlatformAccounts platform(String aws, String gcp) {
        return new PlatformAccounts(Optional.of(new AwsAccountId(aws)), Optional.of(new PlatformServiceAccount(gcp)));
    }

    /** Verifies the tokens of the tests' issuer against a key set file. */
    static TokenVerifier verifier(Path jwks, ClaimNames claims) {
        return verifier(jwks, claims, Clock.systemUTC());
    }

    /** Verifies them by another clock. */
    static TokenVerifier verifier(Path jwks, ClaimNames claims, Clock clock) {
        return verifier(Claims.ISSUER, TokenKeys.inFile(jwks), claims, clock);
    }

    /** Verifies the tokens of an issuer against keys in any place. */
    static TokenVerifier verifier(String issuer, TokenKeys keys, ClaimNames claims, Clock clock) {
        return Jose.tokenVerifier(new TokenConfig(issuer, Claims.AUDIENCE, keys, claims), clock);
    }

    int port() {
        return http.port();
    }

    Storage storage() {
        return storage;
    }

    TestClock clock() {
        return clock;
    }

    @Override
    public void close() {
        http.close();
        storage.close();
    }
}
