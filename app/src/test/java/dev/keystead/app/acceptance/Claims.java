package dev.keystead.app.acceptance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The claims of a token, each value as its JSON text. Immutable. */
record Claims(Map<String, String> members) {
    static final String ISSUER = "https://issuer.test";
    static final String AUDIENCE = "keystead";

    Claims {
        members = new LinkedHashMap<>(members);
    }

    /** Valid for five minutes, without any role. */
    static Claims of(String subject) {
        return new Claims(Map.of())
                .with("iss", "\"" + ISSUER + "\"")
                .with("aud", "\"" + AUDIENCE + "\"")
                .with("sub", "\"" + subject + "\"")
                .with("exp", inSeconds(300));
    }

    /** The same with these roles in the organisation, and in no other. */
    Claims in(String org, String... roles) {
        String names = Stream.of(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(","));
        return with("orgs", "{\"" + org + "\":[" + names + "]}");
    }

    Claims with(String name, String json) {
        Map<String, String> copy = new LinkedHashMap<>(members);
        copy.put(name, json);
        return new Claims(copy);
    }

    Claims without(String name) {
        Map<String, String> copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new Claims(copy);
    }

    String json() {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A time as a NumericDate (RFC 7519, 2). */
    static String inSeconds(long seconds) {
        return String.valueOf(Instant.now().getEpochSecond() + seconds);
    }
}
