package dev.keystead.jose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects hostile tokens under the names that say what is wrong with them. */
final class Attacks {
    private final Map<String, String> tokens = new LinkedHashMap<>();

    void add(String name, String token) {
        if (tokens.put(name, token) != null) {
            throw new IllegalArgumentException("there are two attacks of the name " + name);
        }
    }

    void add(String name, TokenBuilder token) {
        add(name, token.build());
    }

    List<HostileToken> all() {
        List<HostileToken> all = new ArrayList<>();
        tokens.forEach((name, token) -> all.add(new HostileToken(name, token)));
        return all;
    }
}
