package dev.keystead.app.config;

import java.nio.file.Path;

/**
 * What a command is told that works on the key set and on what is sealed with it. What else the environment and the file of a server say
 * is passed over.
 *
 * @param keySet the file with the keys
 * @param storage where the sealed secrets are
 */
public record SealingOptions(Path keySet, StorageOptions storage) {

    /**
     * Reads both.
     *
     * @throws ConfigurationException with everything that is wrong
     */
    public static SealingOptions read(Sources sources) {
        Problems problems = new Problems();
        Settings settings =
                SettingsReader.amongOthers(Option.OF_SEALING_COMMANDS, problems).read(sources);
        SealingOptions options = new SealingOptions(
                settings.readableFile(Option.SECRETS_KEYSET), StorageOptions.from(settings, problems));
        problems.throwIfAny();
        return options;
    }

    /**
     * Reads the name of the key set file alone.
     *
     * @throws ConfigurationException with everything that is wrong
     */
    public static Path readKeySet(Sources sources) {
        Problems problems = new Problems();
        Settings settings =
                SettingsReader.amongOthers(Option.OF_KEY_SET_COMMANDS, problems).read(sources);
        Path keySet = settings.readableFile(Option.SECRETS_KEYSET);
        problems.throwIfAny();
        return keySet;
    }
}
