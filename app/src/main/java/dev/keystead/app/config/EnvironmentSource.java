package dev.keystead.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment as a source of options. */
final class EnvironmentSource {
    /** What Kubernetes injects into every container for a service called keystead. */
    private static final List<String> OF_KUBERNETES = List.of("KEYSTEAD_SERVICE_", "KEYSTEAD_PORT");

    private EnvironmentSource() {}

    static List<Setting> read(Map<String, String> environment, Problems problems) {
        List<Setting> settings = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (isOurs(name)) {
                OptionKey.ofVariable(name)
                        .ifPresentOrElse(
                                key -> settings.add(new Setting(key, value, name)),
                                () -> problems.add("unknown variable " + name + ": did you mean "
                                        + NearestName.to(
                                                name,
                                                OptionKey.all().stream()
                                                        .map(OptionKey::variable)
                                                        .toList())
                                        + "?"));
            }
        });
        return settings;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(OptionKey.VARIABLE_PREFIX)
                && OF_KUBERNETES.stream().noneMatch(name::startsWith);
    }
}
