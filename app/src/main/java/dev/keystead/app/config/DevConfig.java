package dev.keystead.app.config;

import dev.keystead.core.domain.PlatformAccounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** What a development server can be told; the rest is made in its folder. */
public record DevConfig(
        HttpOptions http,
        ManagementOptions management,
        LogFormat logFormat,
        StorageOptions storage,
        PlatformAccounts platform) {

    /**
     * Reads the configuration of {@code dev}.
     *
     * @param ownStorageUrl the storage unless another is given
     * @throws ConfigurationException with everything that is wrong, an address that other machines can reach included
     */
    public static DevConfig read(Sources sources, String ownStorageUrl) {
        Problems problems = new Problems();
        Settings settings = SettingsReader.of(Option.OF_DEV, problems).read(sources);
        HttpOptions http = HttpOptions.from(settings, problems);
        ManagementOptions management = ManagementOptions.from(settings);
        LogFormat logFormat = LogFormat.from(settings);
        requireLoopback(Option.HTTP_HOST, settings, problems);
        requireLoopback(Option.MANAGEMENT_HOST, settings, problems);
        StorageOptions storage = StorageOptions.from(settings, problems);
        PlatformAccounts platform = PlatformOptions.from(settings);
        problems.throwIfAny();
        boolean elsewhere = settings.given(Option.STORAGE_URL).isPresent();
        return new DevConfig(http, management, logFormat, elsewhere ? storage : storage.at(ownStorageUrl), platform);
    }

    /** The configuration of a server with these keys. */
    public ServerConfig with(String audience, Path publicKeys, Path keySet) {
        return new ServerConfig(
                http,
                management,
                logFormat,
                storage,
                AuthOptions.ofDevelopment(audience, publicKeys),
                keySet,
                platform);
    }

    private static void requireLoopback(Option host, Settings settings, Problems problems) {
        if (!isLoopback(settings.required(host))) {
            problems.add(settings.origin(host)
                    + " must be a loopback address, such as 127.0.0.1: a development server is for this machine alone");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
