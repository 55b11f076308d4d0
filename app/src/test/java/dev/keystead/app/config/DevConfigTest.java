package dev.keystead.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keystead.core.domain.AwsAccountId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevConfigTest {
    private static final ConsoleOptions CONSOLE = new ConsoleOptions(true, Optional.empty(), "openid");

    private static final String OWN_STORAGE = "jdbc:h2:file:/somewhere/keystead-dev/keystead";

    @Test
    void keepsItsStorageInItsFolder() {
        DevConfig config = DevConfig.read(Given.nothing().sources(), OWN_STORAGE);

        assertThat(config.http()).isEqualTo(new HttpOptions("127.0.0.1", 8080, Optional.empty(), 0, 256, CONSOLE));
        assertThat(config.storage().url()).isEqualTo(OWN_STORAGE);
    }

    @Test
    void takesTheLimits() {
        Given given = Given.nothing().flag("rate-limit", "5").variable("KEYSTEAD_MAX_CONCURRENT_REQUESTS", "7");

        assertThat(DevConfig.read(given.sources(), OWN_STORAGE).http())
                .isEqualTo(new HttpOptions("127.0.0.1", 8080, Optional.empty(), 5, 7, CONSOLE));
    }

    @Test
    void hasItsOwnIssuer() {
        ServerConfig config = DevConfig.read(Given.nothing().sources(), OWN_STORAGE)
                .with("keystead", Path.of("jwks.json"), Path.of("keyset.json"));

        assertThat(config.auth().issuer()).isEqualTo("urn:keystead:dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void refusesAnAddressThatOtherMachinesReach(String host) {
        Given given = Given.nothing().flag("http-host", host);

        assertThatThrownBy(() -> DevConfig.read(given.sources(), OWN_STORAGE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--http-host must be a loopback address");
    }

    @Test
    void refusesThatOtherMachinesReachTheManagementListener() {
        Given given = Given.nothing().flag("management-host", "0.0.0.0");

        assertThatThrownBy(() -> DevConfig.read(given.sources(), OWN_STORAGE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--management-host must be a loopback address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void takesLoopbackAddresses(String host) {
        Given given = Given.nothing().flag("http-host", host);

        assertThat(DevConfig.read(given.sources(), OWN_STORAGE).http().host()).isEqualTo(host);
    }

    @Test
    void passesTheAccountsOfThePlatformOn() {
        Given given = Given.nothing().flag("platform-aws-account", "210987654321");

        ServerConfig config = DevConfig.read(given.sources(), OWN_STORAGE)
                .with("keystead", Path.of("jwks.json"), Path.of("keyset.json"));

        assertThat(config.platform().aws()).contains(new AwsAccountId("210987654321"));
        assertThat(config.platform().gcp()).isEmpty();
    }

    @Test
    void refusesWhatItChoosesItself() {
        Given given = Given.nothing().variable("KEYSTEAD_AUTH_ISSUER", "https://id.example.com");

        assertThatThrownBy(() -> DevConfig.read(given.sources(), OWN_STORAGE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("KEYSTEAD_AUTH_ISSUER is not an option of this command, which chooses auth-issuer itself");
    }
}
