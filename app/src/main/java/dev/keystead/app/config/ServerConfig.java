package dev.keystead.app.config;

import dev.keystead.core.domain.PlatformAccounts;
import java.nio.file.Path;

/**
 * Everything that a server is told.
 *
 * @param keySet the file with the keys that seal secrets
 * @param platform the platform's own accounts
 */
public record ServerConfig(
        HttpOptions http,
        ManagementOptions management,
        LogFormat logFormat,
        StorageOptions storage,
        AuthOptions auth,
        Path keySet,
        PlatformAccounts platform) {

    /**
     * Reads the configuration of {@code serve}.
     *
     * @throws ConfigurationException with everything that is wrong or missing
     */
    public static ServerConfig read(Sources sources) {
        Problems problems = new Problems();
        Settings settings = SettingsReader.of(Option.OF_SERVE, problems).read(sources);
        ServerConfig config = new ServerConfig(
                HttpOptions.from(settings, problems),
                ManagementOptions.from(settings),
                LogFormat.from(settings),
                StorageOptions.from(settings, problems),
                AuthOptions.from(settings, problems),
                settings.readableFile(Option.SECRETS_KEYSET),
                PlatformOptions.from(settings));
        config.http().console().check(settings, config.auth(), problems);
        problems.throwIfAny();
        return config;
    }
}
