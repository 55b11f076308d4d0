package dev.keystead.example.springboot;

import dev.keystead.core.Keystead;
import dev.keystead.core.spi.SecretSealer;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.TokenVerifier;
import dev.keystead.jdbc.JdbcStorage;
import dev.keystead.jose.ClaimNames;
import dev.keystead.jose.Jose;
import dev.keystead.jose.KeySetFile;
import dev.keystead.jose.TokenConfig;
import dev.keystead.jose.TokenKeys;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keystead over the application's own pool; what it needs of the outside are beans, so that a test can replace each. */
@Configuration(proxyBeanMethods = false)
class KeysteadConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Storage storage(DataSource pool) {
        JdbcStorage storage = JdbcStorage.over(pool);
        storage.migrate();
        return storage;
    }

    @Bean
    SecretSealer sealer(@Value("${keystead.keyset}") Path keySet, Clock clock) {
        return Jose.sealer(KeySetFile.open(keySet, clock));
    }

    @Bean
    Keystead keystead(Storage storage, SecretSealer sealer, Clock clock) {
        return Keystead.builder()
                .repository(storage.repository())
                .sealer(sealer)
                .clock(clock)
                .build();
    }

    @Bean
    TokenVerifier tokens(
            @Value("${keystead.issuer}") String issuer, @Value("${keystead.jwks}") Path jwks, Clock clock) {
        TokenConfig config = new TokenConfig(issuer, "platform", TokenKeys.inFile(jwks), ClaimNames.DEFAULT);
        return Jose.tokenVerifier(config, clock);
    }
}
