package dev.keystead.app.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The command line as a source of options; what it does not know was refused when it was parsed. */
final class FlagSource {
    private FlagSource() {}

    static List<Setting> read(Map<OptionKey, String> flags) {
        return flags.entrySet().stream()
                .map(flag -> new Setting(
                        flag.getKey(), flag.getValue(), flag.getKey().flag()))
                .sorted(Comparator.comparing(Setting::origin))
                .toList();
    }
}
