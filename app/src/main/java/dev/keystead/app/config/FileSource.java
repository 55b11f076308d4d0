package dev.keystead.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** A properties file, in UTF-8, as a source of options. */
final class FileSource {
    private FileSource() {}

    static List<Setting> read(Setting config, Problems problems) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(config.value()), UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add(config.origin() + ": cannot read the properties file " + config.value());
        }
        List<Setting> settings = new ArrayList<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            Optional<OptionKey> key = OptionKey.named(name).filter(known -> known.option() != Option.CONFIG);
            if (key.isPresent()) {
                String value = properties.getProperty(name);
                boolean asItIs = key.get().option().secret();
                settings.add(new Setting(key.get(), asItIs ? value : value.strip(), name + " in " + config.value()));
            } else {
                problems.add("unknown key " + name + " in " + config.value() + ": did you mean " + nearest(name) + "?");
            }
        }
        return settings;
    }

    private static String nearest(String name) {
        return NearestName.to(
                name,
                OptionKey.all().stream()
                        .filter(key -> key.option() != Option.CONFIG)
                        .map(OptionKey::text)
                        .toList());
    }
}
