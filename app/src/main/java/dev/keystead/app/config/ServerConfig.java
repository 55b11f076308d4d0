package dev.keystead.app.config;

import java.nio.file.Path;

/**
 * Everything that a server is told.
 *
 * @param keySet the file with the keys that seal secrets
 */
public record ServerConfig(
        HttpOptions http, ManagementOptions management, StorageOptions storage, AuthOptions auth, Path keySet) {

    /**
     * Reads the configuration of {@code serve}.
     *
     * @throws ConfigurationException with everything that is wrong or missing
     */
    public static ServerConfig read(Sources sources) {
        Problems problems = new Problems();
        Settings settings = SettingsReader.of(Option.OF_SERVE, problems).read(sources);
        ServerConfig config = new ServerConfig(
                HttpOptions.from(settings),
                ManagementOptions.from(settings),
                StorageOptions.from(settings, problems),
                AuthOptions.from(settings, problems),
                settings.readableFile(Option.SECRETS_KEYSET));
        problems.throwIfAny();
        return config;
    }
}
