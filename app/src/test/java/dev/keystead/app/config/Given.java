package dev.keystead.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds sources of options; complete for {@code serve} unless something is taken away. */
final class Given {
    private final Map<OptionKey, String> flags = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    private Given() {}

    static Given nothing() {
        return new Given();
    }

    /** Everything that is required, by variables; the files exist in the folder. */
    static Given everythingRequired(Path folder) throws IOException {
        Path jwks = Files.writeString(folder.resolve("jwks.json"), "{}");
        Path keySet = Files.writeString(folder.resolve("keyset.json"), "{}");
        return nothing()
                .variable("KEYSTEAD_AUTH_ISSUER", "https://id.example.com")
                .variable("KEYSTEAD_AUTH_AUDIENCE", "keystead")
                .variable("KEYSTEAD_AUTH_JWKS", jwks.toString())
                .variable("KEYSTEAD_SECRETS_KEYSET", keySet.toString());
    }

    Given flag(String name, String value) {
        flags.put(OptionKey.named(name).orElseThrow(), value);
        return this;
    }

    Given variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Names a new properties file with these lines. */
    Given file(Path folder, String... lines) throws IOException {
        Path file = Files.write(folder.resolve("keystead.properties"), List.of(lines));
        return flag("config", file.toString());
    }

    Sources sources() {
        return new Sources(flags, List.of(), environment);
    }
}
