package dev.keystead.app.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lays the sources over each other: the file, then the environment, then the flags. Not safe for use by many threads. */
final class SettingsReader {
    private final Set<Option> scope;
    private final boolean refusesOthers;
    private final Problems problems;

    private SettingsReader(Set<Option> scope, boolean refusesOthers, Problems problems) {
        this.scope = scope;
        this.refusesOthers = refusesOthers;
        this.problems = problems;
    }

    /** For a command that chooses all other options itself, so that giving one is a mistake. */
    static SettingsReader of(Set<Option> scope, Problems problems) {
        return new SettingsReader(scope, true, problems);
    }

    /** For a command that runs beside a server, with the server's environment and file, and needs some of the options. */
    static SettingsReader amongOthers(Set<Option> scope, Problems problems) {
        return new SettingsReader(scope, false, problems);
    }

    Settings read(Sources sources) {
        problems.addAll(sources.misuse());
        Map<Option, Setting> flags = layer(FlagSource.read(sources.flags()));
        Map<Option, Setting> environment = layer(EnvironmentSource.read(sources.environment(), problems));
        Map<Option, Setting> file = Stream.of(flags, environment)
                .flatMap(layer -> Optional.ofNullable(layer.get(Option.CONFIG)).stream())
                .findFirst()
                .map(named -> layer(FileSource.read(named, problems)))
                .orElseGet(Map::of);
        Map<Option, Setting> settings = new EnumMap<>(Option.class);
        settings.putAll(file);
        settings.putAll(environment);
        settings.putAll(flags);
        return new Settings(settings, problems);
    }

    private Map<Option, Setting> layer(List<Setting> given) {
        Map<Option, Setting> layer = new EnumMap<>(Option.class);
        for (Setting setting : given) {
            if (!scope.contains(setting.option())) {
                refuse(setting);
            } else if (setting.value().isBlank()) {
                problems.add(setting.origin() + " is empty");
            } else {
                Setting twin = layer.put(setting.option(), setting);
                if (twin != null) {
                    problems.add(twin.origin() + " and " + setting.origin() + " exclude each other");
                }
            }
        }
        return layer;
    }

    private void refuse(Setting setting) {
        if (refusesOthers) {
            problems.add(setting.origin() + " is not an option of this command, which chooses "
                    + setting.option().optionName() + " itself");
        }
    }
}
